/**
 * Colours for a light and a dark window. The hues follow Okabe and Ito's palette (https://jfly.uni-koeln.de/color/), which
 * people with any colour vision tell apart; each is dark (light) enough for text: contrast of at least 4.5 to the page.
 */
export const colours = `
:root {
  color-scheme: light dark;
  --page: #fbfaf7; --card: #ffffff; --ink: #1a2129; --muted: #59636e; --line: #dcd9d2; --hair: #e9e6df;
  --link: #0b5578; --focus: #0b7bb5; --brand: #0b4f6c;
  --proven: #006b52; --proven-soft: #e1f2ec;
  --disproven: #a83a00; --disproven-soft: #fdece2;
  --timeout: #7d5600; --timeout-soft: #fbf0d3;
  --infrastructure: #77409c; --infrastructure-soft: #f3eaf9;
  --not-proven-here: #59636e; --not-proven-here-soft: transparent;
  --calm: #2f9e80; --busy: #2b78bd; --busy-soft: #b5d6ef; --warn: #b57b00; --warn-soft: #f6dfa2; --bad: #cf4a0a; --bad-soft: #f6b995;
  --fence: #77409c; --fence-soft: #ede2f5; --on-calm: #04271d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10161c; --card: #171f27; --ink: #e7ebee; --muted: #9cabb8; --line: #313d48; --hair: #232d36;
    --link: #7cc4ec; --focus: #7cc4ec; --brand: #7cc4ec;
    --proven: #55d3b0; --proven-soft: #12352d;
    --disproven: #ff9b6b; --disproven-soft: #3a2013;
    --timeout: #f0c463; --timeout-soft: #362a0d;
    --infrastructure: #cfa8f0; --infrastructure-soft: #2d203a;
    --not-proven-here: #9cabb8; --not-proven-here-soft: transparent;
    --calm: #3fae90; --busy: #5fa8e6; --busy-soft: #27435c; --warn: #e0a92c; --warn-soft: #5b4512; --bad: #f0763a; --bad-soft: #6b3015;
    --fence: #cfa8f0; --fence-soft: #33244a; --on-calm: #04271d;
  }
}
.proven { --tone: var(--proven); --soft: var(--proven-soft); }
.disproven { --tone: var(--disproven); --soft: var(--disproven-soft); }
.timeout { --tone: var(--timeout); --soft: var(--timeout-soft); }
.infrastructure { --tone: var(--infrastructure); --soft: var(--infrastructure-soft); }
.not-proven-here { --tone: var(--not-proven-here); --soft: var(--not-proven-here-soft); }
`;
