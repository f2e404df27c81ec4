import type { ReactNode } from "react";

// Our own icons: 16 px, 1.35 px stroke, drawn for this product. They are decoration: the word beside them, or the button's label, says what they mean.
const drawings = {
  home: <path d="M2.5 7 8 2.5 13.5 7v6a.5.5 0 0 1-.5.5H9.8V10H6.2v3.5H3a.5.5 0 0 1-.5-.5z" />,
  inbox: <><path d="M2.5 9.2 4.4 3h7.2l1.9 6.2v3.3a.5.5 0 0 1-.5.5H3a.5.5 0 0 1-.5-.5z" /><path d="M2.5 9.2h3.2c.2 1.2 1.1 2 2.3 2s2.1-.8 2.3-2h3.2" /></>,
  approvals: <><rect x="2.5" y="2.5" width="11" height="11" rx="1.5" /><path d="m5.2 8.2 2 2 3.6-4" /></>,
  suppliers: <path d="M3 6.5v7h10v-7M2 6l1.2-3.5h9.6L14 6c0 1-.8 1.6-1.7 1.6S10.7 7 10.7 6c0 1-.8 1.6-1.8 1.6S7.1 7 7.1 6c0 1-.8 1.6-1.7 1.6S3.7 7 3.7 6" />,
  download: <path d="M8 2.5v8M4.8 7.5 8 10.7l3.2-3.2M2.5 10.5v2.5a.5.5 0 0 0 .5.5h10a.5.5 0 0 0 .5-.5v-2.5" />,
  upload: <path d="M8 10.5v-8M4.8 5.5 8 2.3l3.2 3.2M2.5 10.5v2.5a.5.5 0 0 0 .5.5h10a.5.5 0 0 0 .5-.5v-2.5" />,
  proposals: <><path d="M3.5 2.5h9v11h-9z" /><path d="M5.8 5.5h4.4M5.8 8h2.2M5.6 11c.7-.9 1.2-.9 1.5-.3.3.7.8.7 1.3 0 .4-.4.8-.3 1.3.2" /></>,
  invoices: <><path d="M4 2h5.5L12.5 5v8.5a.5.5 0 0 1-.5.5H4a.5.5 0 0 1-.5-.5v-11A.5.5 0 0 1 4 2z" /><path d="M9.3 2v3.2h3.2M5.8 8h4.4M5.8 10.6h4.4" /></>,
  payments: <><rect x="2" y="4" width="12" height="8.5" rx="1.2" /><path d="M2 6.8h12M4.5 10h2.5" /></>,
  people: <><circle cx="6" cy="5.5" r="2.3" /><path d="M1.8 13c.3-2.5 1.9-3.8 4.2-3.8s3.9 1.3 4.2 3.8M10.3 3.4a2.3 2.3 0 0 1 0 4.2M11.8 9.5c1.4.5 2.2 1.7 2.4 3.5" /></>,
  services: <><path d="M2.5 2.5h5.2l5.8 5.8-5.2 5.2-5.8-5.8z" /><circle cx="5.3" cy="5.3" r=".8" /></>,
  reports: <path d="M2.5 13.5h11M4.5 11V7.5M8 11V3.5M11.5 11V6" />,
  activity: <path d="M2 8h3l2-4.5 2.5 9L11.5 8H14" />,
  settings: <><circle cx="8" cy="8" r="2" /><path d="M8 1.8v2M8 12.2v2M1.8 8h2M12.2 8h2M3.6 3.6 5 5M11 11l1.4 1.4M12.4 3.6 11 5M5 11l-1.4 1.4" /></>,
  search: <><circle cx="7" cy="7" r="4.3" /><path d="m10.3 10.3 3.2 3.2" /></>,
  zoomIn: <><circle cx="7" cy="7" r="4.3" /><path d="m10.3 10.3 3.2 3.2M7 5v4M5 7h4" /></>,
  zoomOut: <><circle cx="7" cy="7" r="4.3" /><path d="m10.3 10.3 3.2 3.2M5 7h4" /></>,
  switch: <path d="m5 6 3-3 3 3M5 10l3 3 3-3" />,
  plus: <path d="M8 3v10M3 8h10" />,
  minus: <path d="M3.5 8h9" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  check: <path d="m3 8.5 3.2 3.2L13 4.8" />,
  more: <><circle cx="3.5" cy="8" r=".9" fill="currentColor" /><circle cx="8" cy="8" r=".9" fill="currentColor" /><circle cx="12.5" cy="8" r=".9" fill="currentColor" /></>,
  filter: <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />,
  mail: <><rect x="2" y="3.5" width="12" height="9" rx="1" /><path d="m2.3 4.5 5.7 4.3 5.7-4.3" /></>,
  left: <path d="M9.7 4.5 6.2 8l3.5 3.5" />,
  right: <path d="m6.3 4.5 3.5 3.5-3.5 3.5" />,
  down: <path d="m4.5 6.3 3.5 3.5 3.5-3.5" />,
  up: <path d="m4.5 9.7 3.5-3.5 3.5 3.5" />,
  arrow: <path d="M3 8h9.5M9 4.5 12.5 8 9 11.5" />,
  again: <path d="M3 8a5 5 0 1 0 1.6-3.7L3 5.8M3 2.5v3.3h3.3" />,
  eye: <><path d="M1.5 8S4 3.8 8 3.8 14.5 8 14.5 8 12 12.2 8 12.2 1.5 8 1.5 8z" /><circle cx="8" cy="8" r="1.9" /></>,
  warning: <><path d="M8 2.5 14.2 13H1.8z" /><path d="M8 6.5v3M8 11.2v.2" /></>,
  comment: <path d="M2.5 3.5h11v7.5H7.5L4.8 13.3V11H2.5z" />,
  grip: <>{[4, 8, 12].map((y) => <g key={y} fill="currentColor"><circle cx="6" cy={y} r=".8" /><circle cx="10" cy={y} r=".8" /></g>)}</>,
  bank: <path d="M2.5 6.5 8 3l5.5 3.5zM4 6.5V12M7 6.5V12M9.5 6.5V12M12 6.5V12M2.5 13.3h11" />,
  shield: <><path d="M8 1.9 13 3.7v4c0 3-2 5.2-5 6.4-3-1.2-5-3.4-5-6.4v-4z" /><path d="m5.7 7.8 1.7 1.7 3-3.3" /></>,
  clock: <><circle cx="8" cy="8" r="5.7" /><path d="M8 4.8V8l2.2 1.5" /></>,
  server: <><rect x="2.5" y="2.5" width="11" height="4.5" rx="1" /><rect x="2.5" y="9" width="11" height="4.5" rx="1" /><path d="M5 4.8h.1M5 11.3h.1" /></>,
  print: <><path d="M4.5 6V2.5h7V6M4.5 11.5h-2V7a1 1 0 0 1 1-1h9a1 1 0 0 1 1 1v4.5h-2" /><path d="M4.5 9.5h7v4h-7z" /></>,
  help: <><circle cx="8" cy="8" r="5.7" /><path d="M6.3 6.4c0-1 .8-1.7 1.7-1.7s1.7.7 1.7 1.6c0 1.3-1.7 1.3-1.7 2.6M8 11v.2" /></>,
  calendar: <><rect x="2.5" y="3.5" width="11" height="10" rx="1" /><path d="M2.5 6.6h11M5.3 2v2.6M10.7 2v2.6" /></>,
  link: <path d="M6.7 9.3a2.4 2.4 0 0 0 3.4 0l2.3-2.3A2.4 2.4 0 0 0 9 3.6l-.9.9M9.3 6.7a2.4 2.4 0 0 0-3.4 0L3.6 9A2.4 2.4 0 0 0 7 12.4l.9-.9" />,
  copy: <><rect x="5.5" y="5.5" width="8" height="8" rx="1" /><path d="M10.5 5.5V3a.5.5 0 0 0-.5-.5H3a.5.5 0 0 0-.5.5v7a.5.5 0 0 0 .5.5h2.5" /></>,
  edit: <path d="m9.8 3.7 2.5 2.5M2.8 13.2l.6-3L10.7 2.9a1 1 0 0 1 1.4 0l1 1a1 1 0 0 1 0 1.4L5.8 12.6z" />,
  trash: <path d="M3 4.5h10M6.3 4.5v-2h3.4v2M4.3 4.5l.5 9h6.4l.5-9M6.8 7v4M9.2 7v4" />,
  lock: <><rect x="3.5" y="7" width="9" height="6.5" rx="1" /><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" /></>,
  send: <path d="M14 2.5 7.2 9.3M14 2.5 9.6 13.7 7.2 9.3 2.3 6.8z" />,
  building: <path d="M3.5 13.5v-11h6v11M9.5 6.5h3v7M2 13.5h12M5.5 5h2M5.5 7.5h2M5.5 10h2" />,
  key: <><circle cx="5" cy="8" r="2.7" /><path d="M7.7 8h6v2.5M11.2 8v2" /></>,
  sun: <><circle cx="8" cy="8" r="2.7" /><path d="M8 1.8v1.7M8 12.5v1.7M1.8 8h1.7M12.5 8h1.7M3.6 3.6l1.2 1.2M11.2 11.2l1.2 1.2M12.4 3.6l-1.2 1.2M4.8 11.2l-1.2 1.2" /></>,
  sortDown: <path d="M8 3.5v9M5 9.5l3 3 3-3" />,
  sortUp: <path d="M8 12.5v-9M5 6.5l3-3 3 3" />,
  signOut: <path d="M6.5 2.5H3a.5.5 0 0 0-.5.5v10a.5.5 0 0 0 .5.5h3.5M10.5 5l3 3-3 3M13.5 8H6" />,
  rotate: <path d="M13 8a5 5 0 1 1-1.6-3.7L13 5.8M13 2.5v3.3H9.7" />,
  split: <path d="M2.5 3.5h4.5v9H2.5zM9 3.5h4.5v9H9z" />,
  paperclip: <path d="m12.8 7.5-4.9 4.9a2.9 2.9 0 0 1-4.1-4.1l5.3-5.3a2 2 0 0 1 2.8 2.8l-5.2 5.2a1 1 0 0 1-1.4-1.4l4.7-4.7" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** One of our icons, hidden from screen readers: give the button a label, or set a word beside it. */
export function Icon({ name, size = 16, stroke = 1.35, className }: { name: IconName; size?: number; stroke?: number; className?: string }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth={stroke} strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" className={className}>
      {drawings[name]}
    </svg>
  );
}
