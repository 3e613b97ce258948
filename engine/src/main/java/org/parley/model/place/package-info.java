/// **Where is it?** Named geometries of a case: zones, lines and spots that points, steps and
/// incidents refer to.
///
/// Geometries follow RFC 7946 (GeoJSON): WGS 84, longitude first, closed rings. Coordinates stay
/// decimal, so whether a spot lies in a zone is exact. The test takes degrees as a plane: an edge
/// is straight between its ends in longitude and latitude, as the RFC says.
@NullMarked
package org.parley.model.place;

import org.jspecify.annotations.NullMarked;
