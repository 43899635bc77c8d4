/** Journal macros of the AAS styles. The Astrophysics Data System uses them in every export. */

import { type LatexSource, type RichText, richText } from '../../../util/textKinds.ts';

/** Source: https://ui.adsabs.harvard.edu/help/actions/journal-macros */
const JOURNALS: ReadonlyMap<string, RichText> = new Map(
	`aap Astronomy and Astrophysics
	aapr Astronomy and Astrophysics Reviews
	aaps Astronomy and Astrophysics, Supplement
	aj Astronomical Journal
	actaa Acta Astronomica
	ao Applied Optics
	apj Astrophysical Journal
	apjl Astrophysical Journal, Letters
	apjs Astrophysical Journal, Supplement
	aplett Astrophysics Letters
	apss Astrophysics and Space Science
	araa Annual Review of Astronomy and Astrophysics
	baas Bulletin of the American Astronomical Society
	gca Geochimica et Cosmochimica Acta
	grl Geophysical Research Letters
	icarus Icarus
	jcap Journal of Cosmology and Astroparticle Physics
	jcp Journal of Chemical Physics
	jgr Journal of Geophysical Research
	jqsrt Journal of Quantitative Spectroscopy and Radiative Transfer
	memras Memoirs of the Royal Astronomical Society
	mnras Monthly Notices of the Royal Astronomical Society
	na New Astronomy
	nar New Astronomy Reviews
	nat Nature
	nphysa Nuclear Physics A
	pasa Publications of the Astronomical Society of Australia
	pasj Publications of the Astronomical Society of Japan
	pasp Publications of the Astronomical Society of the Pacific
	physrep Physics Reports
	physscr Physica Scripta
	planss Planetary and Space Science
	pra Physical Review A
	prb Physical Review B
	prc Physical Review C
	prd Physical Review D
	pre Physical Review E
	prl Physical Review Letters
	procspie Proceedings of the SPIE
	qjras Quarterly Journal of the Royal Astronomical Society
	rmxaa Revista Mexicana de Astronomia y Astrofisica
	skytel Sky and Telescope
	solphys Solar Physics
	ssr Space Science Reviews
	zap Zeitschrift fuer Astrophysik`
		.split('\n')
		.map((line): [string, RichText] => {
			const [macro = '', ...words] = line.trim().split(' ');
			return [macro, richText(words.join(' '))];
		}),
);

/** The journal for the macro in `source`: `\apj`. */
export function journalOfMacro(source: LatexSource): RichText | undefined {
	return source.startsWith('\\') ? JOURNALS.get(source.slice(1).trim()) : undefined;
}
