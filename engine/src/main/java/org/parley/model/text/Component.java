package org.parley.model.text;

import java.util.function.UnaryOperator;
import org.parley.model.LocalizedText;
import org.parley.model.Visibility;

/// A part of a point that claims distinguish: a guarantee has a military part and an economic part.
///
/// @param id its id
/// @param title what it is
public record Component(ComponentId id, LocalizedText title, Visibility visibility) {

  /// The same with its title changed.
  public Component withNames(UnaryOperator<LocalizedText> names) {
    return new Component(id, names.apply(title), visibility);
  }
}
