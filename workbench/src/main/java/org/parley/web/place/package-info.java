/// **Where is it?** Maps of named places and of incidents, drawn without network access: coasts, a
/// graticule, areas, lines and spots. Borders are left out on purpose.
///
/// Everything drawn is also in words. The projection is equirectangular around the middle of the
/// map. A geometry that crosses the 180th meridian has to be cut there, as RFC 7946 asks.
@NullMarked
package org.parley.web.place;

import org.jspecify.annotations.NullMarked;
