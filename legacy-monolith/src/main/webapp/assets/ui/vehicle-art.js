import { svg, html } from '../lib/lit-html.js';

// Side views in a frame of 320 x 190; the wheels stand on y = 150. A body is a polygon whose thick, rounded outline gives it
// its soft corners; glass is a second one inside.
const GROUND = 150;
const SHAPES = {
  TWO_SEATER: { body: [72, 138, 76, 116, 132, 104, 158, 82, 188, 80, 222, 104, 250, 110, 254, 138], glass: [[146, 103, 163, 88, 184, 86, 204, 103]], wheels: [112, 218], radius: 19 },
  MINI: { body: [96, 138, 97, 108, 116, 102, 134, 68, 206, 66, 224, 100, 226, 138], glass: [[126, 100, 140, 74, 166, 74, 166, 100], [174, 100, 174, 74, 202, 73, 214, 100]], wheels: [122, 202], radius: 18 },
  SUBCOMPACT: { body: [82, 138, 84, 110, 112, 102, 138, 70, 210, 68, 236, 100, 238, 138], glass: [[126, 101, 143, 76, 172, 75, 172, 101], [180, 101, 180, 75, 206, 74, 222, 101]], wheels: [114, 210], radius: 19 },
  COMPACT: { body: [68, 138, 70, 112, 108, 103, 140, 73, 212, 71, 246, 102, 252, 138], glass: [[126, 102, 146, 79, 176, 78, 176, 102], [184, 102, 184, 78, 208, 77, 230, 102]], wheels: [106, 218], radius: 20 },
  MIDSIZE: { body: [54, 138, 57, 114, 106, 105, 142, 76, 208, 75, 238, 102, 266, 107, 268, 138], glass: [[126, 104, 148, 82, 174, 81, 174, 104], [182, 104, 182, 81, 204, 81, 222, 104]], wheels: [98, 226], radius: 20 },
  LARGE: { body: [40, 138, 43, 114, 102, 106, 142, 78, 214, 77, 246, 103, 282, 108, 284, 138], glass: [[124, 105, 148, 84, 176, 83, 176, 105], [184, 105, 184, 83, 210, 83, 232, 105]], wheels: [90, 236], radius: 20 },
  WAGON: { body: [44, 138, 47, 114, 100, 106, 138, 76, 264, 74, 276, 106, 278, 138], glass: [[120, 105, 144, 82, 172, 82, 172, 105], [180, 105, 180, 82, 218, 81, 218, 105], [226, 105, 226, 81, 258, 80, 264, 105]], wheels: [92, 232], radius: 20 },
  SUV: { body: [54, 132, 56, 98, 104, 92, 134, 58, 250, 56, 266, 94, 268, 132], glass: [[118, 91, 140, 64, 172, 64, 172, 91], [180, 91, 180, 64, 212, 63, 212, 91], [220, 91, 220, 63, 244, 62, 254, 91]], wheels: [98, 226], radius: 25, rails: [150, 50, 236, 49] },
  MINIVAN: { body: [46, 138, 49, 110, 82, 98, 124, 58, 258, 56, 274, 98, 276, 138], glass: [[98, 98, 130, 65, 160, 64, 160, 98], [168, 98, 168, 64, 210, 63, 210, 98], [218, 98, 218, 63, 252, 62, 262, 98]], wheels: [92, 234], radius: 20 },
  VAN: { body: [40, 138, 42, 100, 66, 88, 96, 44, 276, 40, 282, 50, 283, 138], glass: [[76, 88, 100, 52, 128, 51, 128, 88]], wheels: [86, 240], radius: 21, panel: [144, 56, 268, 54, 269, 118, 144, 118] },
  PICKUP: { body: [40, 134, 42, 106, 88, 98, 116, 64, 172, 63, 182, 102, 286, 102, 286, 134], glass: [[104, 98, 122, 70, 142, 70, 142, 98], [150, 98, 150, 70, 167, 70, 174, 98]], wheels: [88, 238], radius: 25 },
  SPECIAL: { body: [44, 138, 46, 108, 64, 98, 74, 82, 62, 76, 64, 46, 78, 38, 278, 36, 284, 46, 285, 138], glass: [[78, 97, 90, 80, 116, 80, 116, 97]], wheels: [88, 236], radius: 21, windows: [[144, 58, 40, 28], [204, 58, 30, 28]], stripe: 112 },
};

const points = (numbers) => numbers.join(' ');
const PAINTS = 6;

/** The same thing always has the same colour. */
export const paint = (id) => Number((BigInt(id ?? 1) * 2654435761n) % BigInt(PAINTS));

const wheel = (x, radius) => svg`<circle class="tyre" cx=${x} cy=${GROUND - radius} r=${radius}/>
  <circle class="rim" cx=${x} cy=${GROUND - radius} r=${radius * 0.52}/><circle class="tyre" cx=${x} cy=${GROUND - radius} r=${radius * 0.16}/>`;

const details = (shape) => [
  shape.rails && svg`<path class="rail" d="M${shape.rails[0]} ${shape.rails[1]}L${shape.rails[2]} ${shape.rails[3]}"/>`,
  shape.panel && svg`<polygon class="panel" points=${points(shape.panel)}/>`,
  shape.stripe && svg`<path class="stripe" d="M56 ${shape.stripe}H278"/>`,
  (shape.windows ?? []).map(([x, y, w, h]) => svg`<rect class="glass" x=${x} y=${y} width=${w} height=${h} rx="5"/>`),
];

/** A picture of a vehicle of its size class in a landscape, painted by its id. */
export function vehicleArt({ id, sizeClass, fuel }) {
  const shape = SHAPES[sizeClass] ?? SHAPES.COMPACT;
  const [first, second] = shape.wheels;
  const front = shape.body[0];
  return html`<svg class="art paint-${paint(id)} scene-${paint(BigInt(id ?? 1) + 3n) % 3}" viewBox="0 0 320 190" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    <rect class="sky" width="320" height="190"/>
    <circle class="sun" cx="262" cy="38" r="17"/>
    <path class="far" d="M0 118c40-34 78-34 118-8s78 18 112-8 62-18 90 0v88H0z"/>
    <path class="near" d="M0 136c54-16 96 6 160-2s104-12 160 2v54H0z"/>
    <rect class="road" y="150" width="320" height="40"/>
    <path class="dashes" d="M0 171H320"/>
    <ellipse class="shade" cx="162" cy="151" rx="128" ry="5"/>
    <polygon class="body" points=${points(shape.body)}/>
    ${shape.glass.map((glass) => svg`<polygon class="glass" points=${points(glass)}/>`)}
    ${details(shape)}
    <path class="sill" d="M${first + shape.radius + 6} 135H${second - shape.radius - 6}"/>
    <circle class="lamp" cx=${front + 5} cy=${shape.body[3] + 8} r="4.500"/>
    ${wheel(first, shape.radius)}${wheel(second, shape.radius)}
    ${fuel === 'ELECTRIC' ? svg`<path class="bolt" d="m31 20-9 15h7l-3 12 11-17h-8z"/>` : ''}
  </svg>`;
}
