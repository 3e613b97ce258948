package org.parley.web.export;

/// A drawing that leaves a page.
///
/// @param title what it shows
/// @param svg the whole document
/// @param width in pixels
/// @param height in pixels
public record PageDrawing(String title, String svg, int width, int height) {}
