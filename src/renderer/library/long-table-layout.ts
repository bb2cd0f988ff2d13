import { TableLayout } from 'react-aria-components'

type Built = ReturnType<TableLayout<object>['buildRow']>

/** A table whose rows are all of one height, also those without cells: React Aria gives a row the height of its cells. */
export class LongTableLayout<T> extends TableLayout<T> {
  protected override buildRow(...place: Parameters<TableLayout<T>['buildRow']>): Built {
    const row = super.buildRow(...place)
    row.layoutInfo.rect.height = this.getEstimatedRowHeight()
    return row
  }
}
