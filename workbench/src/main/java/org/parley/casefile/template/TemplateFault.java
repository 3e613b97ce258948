package org.parley.casefile.template;

import org.parley.model.Refusal;

/// The reason why a template gives no records.
public sealed interface TemplateFault extends Refusal {

  /// Reasons with no parameters beyond the wrong value.
  enum Plain implements TemplateFault {
    /// A role, a number or a list names nothing that the template has.
    NOT_OF_THE_TEMPLATE,
    /// A party that is not on record.
    NO_SUCH_PARTY,
    /// A point that is not on record.
    NO_SUCH_POINT,
    /// A template that rests on points is given none.
    POINTS_NEEDED,
    /// The points of a guarantee stand in different instruments.
    POINTS_OF_SEVERAL_TEXTS,
    /// A round is given no opening or no closing hour.
    MOMENT_NEEDED,
    /// One party stands for two roles that exclude each other.
    PARTY_IN_TWO_ROLES
  }

  /// Too few or too many parties for a role.
  ///
  /// @param count their number
  /// @param least the fewest
  /// @param most the most
  record PartiesOfRole(int count, int least, int most) implements TemplateFault {}

  /// A number outside its bounds, or no number.
  ///
  /// @param least the least
  /// @param most the greatest
  record NumberOutside(int least, int most) implements TemplateFault {}
}
