import '@fontsource-variable/inter'
import '@fontsource-variable/source-serif-4'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import '@fontsource/noto-nastaliq-urdu/arabic-400.css'
import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { StartFailed } from './app/start-failed'
import { connect } from './bridge/connect'
import { createAppModel } from './state/app-model'

const element = document.getElementById('root')
if (element) {
  const root = createRoot(element)
  const model = await createAppModel(connect())
  root.render(<StrictMode>{model.ok ? <App model={model.value} /> : <StartFailed error={model.error} />}</StrictMode>)
}
