package org.parley.model.position;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.text.OptionId;
import org.parley.model.text.PointId;

/// The analyst's conclusion for a party on a point: from named claims, from what the party told in
/// confidence, or as a stated illustration.
///
/// @param id its id
/// @param party the party
/// @param point the point
/// @param from the day from which the party holds it; default: without any day, that of its first
///   claim, else always
/// @param known when it became known; default: `told`, else `from`, else with its first claim
/// @param concludes the conclusion in words
/// @param interest the party's interest behind it
/// @param rank the importance of the point to the party, 1 for the most; default: not ranked
/// @param weight the worth of the point to the party, from its least liked option to its best; by
///   default derived from the rank
/// @param grades the party's grade of each option
/// @param worths the party's worth of single options, if known in numbers; they override grades
/// @param range the values it accepts of a quantity, and their worth
/// @param onlyIf the options that the party accepts on a condition only
/// @param claims the claims it rests on
/// @param told the day on which the party told it to the mediator in confidence
/// @param illustrative whether it is an illustration, not drawn from claims
/// @param supersedes the earlier positions of the party on the point that it corrects or replaces
public record Position(
    PositionId id,
    PartyId party,
    PointId point,
    @Nullable Edtf from,
    @Nullable Edtf known,
    @Nullable String concludes,
    @Nullable String interest,
    @Nullable Integer rank,
    @Nullable Worth weight,
    Map<OptionId, Grade> grades,
    Map<OptionId, Worth> worths,
    @Nullable AcceptedRange range,
    List<Proviso> onlyIf,
    List<ClaimId> claims,
    @Nullable Edtf told,
    boolean illustrative,
    List<PositionId> supersedes,
    Visibility visibility)
    implements CaseRecord {

  /// Of several positions of a party on a point, the greatest counts: the narrowest, and of these
  /// the one held since the latest day.
  public static final Comparator<Position> PRECEDENCE =
      Comparator.comparingInt((Position each) -> each.visibility().narrowness())
          .thenComparing(each -> Edtf.latestDayOr(each.from(), LocalDate.MIN));

  public Position {
    grades = Collections.unmodifiableSortedMap(new TreeMap<>(grades));
    worths = Collections.unmodifiableSortedMap(new TreeMap<>(worths));
    onlyIf = List.copyOf(onlyIf);
    claims = List.copyOf(claims);
    supersedes = List.copyOf(supersedes);
  }

  /// A position that was not told in confidence.
  public Position(
      PositionId id,
      PartyId party,
      PointId point,
      @Nullable Edtf from,
      @Nullable Edtf known,
      @Nullable String concludes,
      @Nullable String interest,
      @Nullable Integer rank,
      @Nullable Worth weight,
      Map<OptionId, Grade> grades,
      Map<OptionId, Worth> worths,
      @Nullable AcceptedRange range,
      List<Proviso> onlyIf,
      List<ClaimId> claims,
      boolean illustrative,
      List<PositionId> supersedes,
      Visibility visibility) {
    this(
        id,
        party,
        point,
        from,
        known,
        concludes,
        interest,
        rank,
        weight,
        grades,
        worths,
        range,
        onlyIf,
        claims,
        null,
        illustrative,
        supersedes,
        visibility);
  }

  /// Whether it says anything of the ways to settle its point.
  public boolean saysSomething() {
    return !grades.isEmpty() || !worths.isEmpty() || range != null;
  }

  /// `known`; by default the day on which it was told, else `from`. Null if none is on record.
  public @Nullable Edtf knownOrHeld() {
    return known != null ? known : told != null ? told : from;
  }
}
