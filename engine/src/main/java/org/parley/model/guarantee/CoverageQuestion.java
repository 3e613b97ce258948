package org.parley.model.guarantee;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.CaseRecord;
import org.parley.model.Visibility;
import org.parley.model.claim.ClaimId;
import org.parley.model.date.Edtf;
import org.parley.model.party.PartyId;
import org.parley.model.step.StepId;

/// A claim of protection put to the guarantees: is each threat answered at every moment, on these
/// assumed dates?
///
/// @param id its id
/// @param title the question in words: "Protection from day one?"
/// @param claims the claims that it puts to the test
/// @param from the first day asked about
/// @param until the first day no longer asked about
/// @param dates when steps are assumed to happen; nobody said so
/// @param lapses guarantees assumed void from a day on
/// @param opposed who would side with the aggressor, beside the aggressor
/// @param leastForce the weakest force that counts as an answer
/// @param holds conditions of contributions, in words, that are assumed to hold
/// @param threats what may happen
public record CoverageQuestion(
    CoverageQuestionId id,
    String title,
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

  /// Something that may happen.
  ///
  /// @param title its title
  /// @param kind of what kind, a word of the case
  /// @param by who would do it
  /// @param on to whom
  /// @param place where; absent where it does not matter
  /// @param traits further words: `unprovoked`, `nuclear`
  public record Threat(
      String title,
      String kind,
      @Nullable PartyId by,
      @Nullable PartyId on,
      @Nullable String place,
      List<String> traits) {
    public Threat {
      traits = List.copyOf(traits);
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
