package org.parley.model.guarantee;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.step.StepId;

/// A claim of protection to be tested: is each threat covered at every moment, on these assumed
/// dates?
///
/// @param id its id
/// @param title the question in words: "Protection from day one?"
/// @param claims the claims it tests
/// @param from the first day, inclusive
/// @param until the last day, exclusive
/// @param dates the assumed dates of steps
/// @param lapses guarantees assumed void from a day on
/// @param opposed the parties on the aggressor's side, without the aggressor
/// @param leastForce the weakest force that counts as an answer
/// @param holds conditions of contributions, in words, assumed met
/// @param threats the threats
public record CoverageQuestion(
    CoverageQuestionId id,
    LocalizedText title,
    List<ClaimId> claims,
    Edtf from,
    Edtf until,
    Map<StepId, Edtf> dates,
    Map<GuaranteeId, Edtf> lapses,
    List<PartyId> opposed,
    Guarantee.Force leastForce,
    List<String> holds,
    List<Threat> threats,
    Visibility visibility)
    implements CaseRecord {

  @Override
  public CoverageQuestion withNames(UnaryOperator<LocalizedText> names) {
    return new CoverageQuestion(
        id,
        names.apply(title),
        claims,
        from,
        until,
        dates,
        lapses,
        opposed,
        leastForce,
        holds,
        threats.stream().map(each -> each.withNames(names)).toList(),
        visibility);
  }

  /// A possible incident.
  ///
  /// @param title its title
  /// @param kind its kind, in the vocabulary of the case
  /// @param by the actor
  /// @param on the target
  /// @param place the place; null if any
  /// @param traits further attributes: `unprovoked`, `nuclear`
  public record Threat(
      LocalizedText title,
      String kind,
      @Nullable PartyId by,
      @Nullable PartyId on,
      @Nullable String place,
      List<String> traits) {
    public Threat {
      traits = List.copyOf(traits);
    }

    /// The same with its title changed.
    public Threat withNames(UnaryOperator<LocalizedText> names) {
      return new Threat(names.apply(title), kind, by, on, place, traits);
    }
  }

  public CoverageQuestion {
    claims = List.copyOf(claims);
    dates = Collections.unmodifiableSortedMap(new TreeMap<>(dates));
    lapses = Collections.unmodifiableSortedMap(new TreeMap<>(lapses));
    opposed = List.copyOf(opposed);
    holds = List.copyOf(holds);
    threats = List.copyOf(threats);
  }
}
