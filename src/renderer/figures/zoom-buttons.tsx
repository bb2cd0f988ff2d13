import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { Group } from 'react-aria-components'
import { IconButton } from '../ui/button'
import styles from './zoom-buttons.module.css'

type ZoomButtonsProps = { readonly onZoom: (direction: 1 | -1) => void; readonly onFit: () => void }

export function ZoomButtons({ onZoom, onFit }: ZoomButtonsProps) {
  return (
    <Group aria-label="Zoom" className={styles.zoom ?? ''}>
      <IconButton label="Zoom out" keys={['-']} onPress={() => onZoom(-1)}>
        <ZoomOut size={16} />
      </IconButton>
      <IconButton label="Zoom in" keys={['+']} onPress={() => onZoom(1)}>
        <ZoomIn size={16} />
      </IconButton>
      <IconButton label="Show everything" keys={['0']} onPress={onFit}>
        <Maximize size={16} />
      </IconButton>
    </Group>
  )
}
