package org.parley.model.text;

import org.parley.model.Visibility;

/// A part of a point that claims tell apart: a guarantee has a military part and an economic part.
///
/// @param id its id
/// @param title what it is
public record Component(ComponentId id, String title, Visibility visibility) {}
