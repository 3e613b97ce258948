/// **How are places exchanged?** GeoJSON (RFC 7946) in and out: a feature for each place.
///
/// A file that is read is untrusted: nesting, size and positions are limited. Altitudes, properties
/// beside names and notes, and bounding boxes are left out; notes say so.
@NullMarked
package org.parley.exchange.places;

import org.jspecify.annotations.NullMarked;
