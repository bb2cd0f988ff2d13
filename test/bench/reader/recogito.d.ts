/** As much of Recogito as the bench uses: its package is installed only where the bench runs. */
declare module '@recogito/text-annotator' {
  type Annotation = {
    readonly id: string
    readonly bodies: readonly never[]
    readonly target: {
      readonly annotation: string
      readonly selector: readonly { readonly quote: string; readonly start: number; readonly end: number }[]
    }
  }
  export function createTextAnnotator(
    container: HTMLElement,
    options: { readonly annotatingEnabled: boolean },
  ): {
    readonly setAnnotations: (annotations: readonly Annotation[]) => void
    readonly addAnnotation: (annotation: Annotation) => void
    readonly updateAnnotation: (annotation: Annotation) => void
    readonly state: { readonly hover: { readonly set: (id: string | null) => void } }
  }
}

declare module '@recogito/text-annotator/text-annotator.css'
