import { useEffect, type ElementType, type ReactNode } from "react";

// Stands in for the package of the same export, which Radix uses to hold the page still behind a dialog: that one writes a <style> element at run time,
// which our content security policy (style-src 'self') forbids. Setting the property through the CSSOM is allowed, and is all that is needed here.
let open = 0;

/** Holds the page behind a dialog or menu still while mounted. */
export function RemoveScroll({ as: Tag = "div", children, enabled = true, allowPinchZoom: _, shards: __, ...rest }: { as?: ElementType; children?: ReactNode; enabled?: boolean; allowPinchZoom?: boolean; shards?: unknown }) {
  useEffect(() => {
    if (!enabled) return;
    if (open++ === 0) document.documentElement.style.overflow = "hidden";
    return () => { if (--open === 0) document.documentElement.style.overflow = ""; };
  }, [enabled]);
  return <Tag {...rest}>{children}</Tag>;
}
RemoveScroll.classNames = { fullWidth: "", zeroRight: "" };
