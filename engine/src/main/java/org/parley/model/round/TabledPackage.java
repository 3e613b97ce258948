package org.parley.model.round;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.date.ZonedMoment;
import org.parley.model.text.Amount;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// A package on the table of a round. Its recipients are the readers of this record: all
/// delegations, or some parties. For one party or the mediator alone, it is a draft.
///
/// @param id its id
/// @param round its round
/// @param title its name
/// @param version the number of the version, 1 or more
/// @param amends the earlier version that it changes; default: none
/// @param author the party that tables it; without one it is a non-paper of the mediator
/// @param provisions what it settles, by point
/// @param tabled the moment of tabling
public record TabledPackage(
    TabledPackageId id,
    RoundId round,
    LocalizedText title,
    int version,
    @Nullable TabledPackageId amends,
    @Nullable PartyId author,
    List<TabledProvision> provisions,
    ZonedMoment tabled,
    Visibility visibility)
    implements CaseRecord {

  /// The terms of a package on one point: an option or a value, its text, or both.
  ///
  /// @param point the point
  /// @param option the option chosen; default: none
  /// @param value the value of its quantity; default: none
  /// @param text the words proposed; default: none
  public record TabledProvision(
      PointId point, @Nullable OptionId option, @Nullable Amount value, @Nullable String text) {}

  public TabledPackage {
    provisions = List.copyOf(provisions);
  }

  /// The provision on a point.
  public Optional<TabledProvision> on(PointId point) {
    return provisions.stream().filter(each -> each.point().equals(point)).findFirst();
  }

  /// Whether it chooses an option.
  public boolean has(OptionId option) {
    return provisions.stream().anyMatch(each -> option.equals(each.option()));
  }

  /// Whether this package replaces another: it amends it, and has the same author or none. Versions
  /// of others stand beside each other, so that nobody takes a package of another off the table.
  ///
  /// Drafts replace nothing: all who read the other must be able to read this one.
  public boolean replaces(TabledPackage earlier) {
    return earlier.id().equals(amends)
        && earlier.round().equals(round)
        && visibility.covers(earlier.visibility())
        && (author == null || author.equals(earlier.author()));
  }

  @Override
  public TabledPackage withNames(UnaryOperator<LocalizedText> names) {
    return new TabledPackage(
        id, round, names.apply(title), version, amends, author, provisions, tabled, visibility);
  }
}
