package org.parley.model.round;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.date.ZonedMoment;
import org.parley.model.text.PointId;

/// A round of sealed answers: packages are tabled, each party answers in secret, and a rule chosen
/// beforehand says when what is revealed.
///
/// @param id its id
/// @param title its title
/// @param parties the parties that answer, two at least
/// @param points the points it is about
/// @param opens the moment from which answers are taken
/// @param closes the moment from which no answer is taken; default: none
/// @param when the moment of revelation
/// @param reveals the facts revealed beyond whether all accept
/// @param improves the rule that chooses the improvement of a package, if all ask for one
public record Round(
    RoundId id,
    LocalizedText title,
    List<PartyId> parties,
    List<PointId> points,
    ZonedMoment opens,
    @Nullable ZonedMoment closes,
    Revealing when,
    List<Disclosure> reveals,
    Improving improves,
    Visibility visibility)
    implements CaseRecord {

  /// The moment of revelation.
  public enum Revealing {
    /// As soon as all have answered, or at the closing hour; the default.
    ALL_ANSWERED,
    /// At the closing hour, even if all have answered before.
    CLOSING_HOUR
  }

  /// A fact revealed by explicit choice. Whether all accept is always revealed.
  public enum Disclosure {
    /// How many have answered, while answers are taken.
    TURNOUT,
    /// How many accept.
    COUNT,
    /// For each point, whether all accept it.
    POINTS,
    /// Which parties accept.
    PARTIES
  }

  /// The rule that chooses among the packages that are better for some and worse for none.
  public enum Improving {
    /// The largest least gain, each as a share of what the party can gain; then the next least. The
    /// default.
    LEXIMIN,
    /// The largest product of gains; leximin if every product is zero.
    NASH,
    /// The largest sum of worths.
    UTILITARIAN
  }

  public Round {
    parties = List.copyOf(parties);
    points = List.copyOf(points);
    reveals = List.copyOf(reveals);
  }

  @Override
  public Round withNames(UnaryOperator<LocalizedText> names) {
    return new Round(
        id,
        names.apply(title),
        parties,
        points,
        opens,
        closes,
        when,
        reveals,
        improves,
        visibility);
  }
}
