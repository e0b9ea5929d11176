import { pillars } from '@five-pillars/content'
import type { MermaidConfig } from 'mermaid'

import { token } from '../tokens/read-tokens.ts'
import type { Tokens } from '../tokens/read-tokens.ts'

const pillarIds = pillars.map((each) => each.id)
const SANS = "'IBM Plex Sans', Arial, sans-serif"

/**
 * Mermaid in the theme's manner: thin ink lines on paper, Plex, no shadows. The class `present`
 * (`lb:::present`) fills a node with the colour of the slide's pillar.
 */
export function diagramStyle(tokens: Tokens): MermaidConfig {
  return {
    startOnLoad: false,
    securityLevel: 'strict',
    theme: 'base',
    look: 'classic',
    htmlLabels: true,
    fontFamily: SANS,
    deterministicIds: true,
    // Some shapes are drawn with a line that wavers by chance, too little to be seen.
    handDrawnSeed: 1,
    flowchart: {
      useMaxWidth: false,
      padding: 12,
      wrappingWidth: 280,
      nodeSpacing: 44,
      rankSpacing: 52,
    },
    sequence: {
      useMaxWidth: false,
      mirrorActors: false,
      actorFontSize: 20,
      messageFontSize: 19,
      noteFontSize: 18,
      actorFontFamily: SANS,
      messageFontFamily: SANS,
      noteFontFamily: SANS,
      width: 170,
      height: 52,
      boxMargin: 8,
    },
    state: { useMaxWidth: false },
    themeVariables: colors(tokens),
    themeCSS: css(tokens),
  }
}

function colors(tokens: Tokens): Record<string, string> {
  const color = (name: string): string => token(tokens, name)
  return {
    fontFamily: SANS,
    fontSize: '20px',
    background: color('paper'),
    primaryColor: color('paper'),
    primaryTextColor: color('ink'),
    primaryBorderColor: color('ink'),
    secondaryColor: color('paper-raised'),
    secondaryTextColor: color('ink'),
    secondaryBorderColor: color('line'),
    tertiaryColor: color('paper-raised'),
    tertiaryTextColor: color('ink'),
    tertiaryBorderColor: color('line'),
    lineColor: color('ink-soft'),
    textColor: color('ink'),
    mainBkg: color('paper'),
    nodeBorder: color('ink'),
    clusterBkg: color('paper-raised'),
    clusterBorder: color('line'),
    titleColor: color('ink'),
    edgeLabelBackground: color('paper'),
    actorBkg: color('paper'),
    actorBorder: color('ink'),
    actorTextColor: color('ink'),
    actorLineColor: color('line'),
    signalColor: color('ink'),
    signalTextColor: color('ink'),
    labelBoxBkgColor: color('paper-raised'),
    labelBoxBorderColor: color('line'),
    labelTextColor: color('ink'),
    loopTextColor: color('ink'),
    noteBkgColor: color('paper-raised'),
    noteBorderColor: color('line'),
    noteTextColor: color('ink'),
    activationBkgColor: color('paper-raised'),
    activationBorderColor: color('ink'),
  }
}

function css(tokens: Tokens): string {
  return `
    .node rect, .node circle, .node polygon, .node path { stroke-width: 1.75px; }
    .node rect { rx: 8px; ry: 8px; }
    .edgePath path, .flowchart-link, path.transition { stroke-width: 1.75px; }
    .edgeLabel { color: ${token(tokens, 'ink-soft')}; font-size: 18px; }
    .nodeLabel b { font-weight: 600; }
    ${filled('present', 'accent')}
    ${pillarIds.map((id) => filled(`pillar-${id}`, id)).join('\n')}
  `
}

/** Nodes of a class in one hue; the page's own variables, so that they follow its paper. */
function filled(className: string, hue: string): string {
  return `
    .${className} :is(rect, circle, polygon, path) {
      fill: var(--fp-${hue}-fill) !important;
      stroke: var(--fp-${hue}-line) !important;
    }`
}
