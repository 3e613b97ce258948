package org.parley.model.text;

import org.parley.model.LocalizedText;
import org.parley.model.Visibility;

/// A part of a point that claims distinguish: a guarantee has a military part and an economic part.
///
/// @param id its id
/// @param title what it is
public record Component(ComponentId id, LocalizedText title, Visibility visibility) {

  /// The same with its title in a language, if translated.
  public Component in(String language) {
    return new Component(id, title.in(language), visibility);
  }
}
