import { argdownOut } from './argdown/write'
import { bratIn } from './brat/read'
import { bratOut } from './brat/write'
import { casJsonIn } from './cas-json/read'
import { casJsonOut } from './cas-json/write'
import { claimReviewOut } from './claim-review/write'
import { csvIn } from './csv/read'
import { csvOut } from './csv/write'
import { doccanoIn } from './doccano/read'
import { doccanoOut } from './doccano/write'
import type { ExportFormat, ImportFormat, InFile } from './format'
import { gexfOut } from './graph/gexf'
import { graphmlOut } from './graph/graphml'
import { htmlOut } from './html/write'
import { hypothesisIn } from './hypothesis/read'
import { hypothesisOut } from './hypothesis/write'
import { labelStudioIn } from './label-studio/read'
import { labelStudioOut } from './label-studio/write'
import { polnearOut } from './polnear/write'
import { qdpxIn } from './qdpx/read'
import { qdpxOut } from './qdpx/write'
import { teiOut } from './tei/write'
import { webAnnotationIn } from './web-annotation/read'
import { webAnnotationOut } from './web-annotation/write'
import { webannoTsvIn } from './webanno-tsv/read'
import { webannoTsvOut } from './webanno-tsv/write'
import { xlsxIn } from './xlsx/read'
import { xlsxOut } from './xlsx/write'

/** Every way out besides Crossread JSON, in the order that they are offered in. */
export const exportFormats: readonly ExportFormat[] = [
  webAnnotationOut,
  csvOut,
  xlsxOut,
  hypothesisOut,
  doccanoOut,
  labelStudioOut,
  bratOut,
  polnearOut,
  webannoTsvOut,
  casJsonOut,
  qdpxOut,
  claimReviewOut,
  htmlOut,
  graphmlOut,
  gexfOut,
  argdownOut,
  teiOut,
]

/** Every way in besides Crossread JSON. */
export const importFormats: readonly ImportFormat[] = [
  webAnnotationIn,
  csvIn,
  xlsxIn,
  hypothesisIn,
  doccanoIn,
  labelStudioIn,
  bratIn,
  webannoTsvIn,
  casJsonIn,
  qdpxIn,
]

/** The format that some files are in; null when none knows them. */
export function recogniseFormat(files: readonly InFile[]): ImportFormat | null {
  return importFormats.find((format) => files.some((file) => format.recognise(file))) ?? null
}
