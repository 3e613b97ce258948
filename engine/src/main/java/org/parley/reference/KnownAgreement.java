package org.parley.reference;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.model.LocalizedText;
import org.parley.model.date.Edtf;

/// A well-known agreement of a list that was made by hand, from public facts.
///
/// Its topics are the judgement of those who made the list, and need not be those of PA-X. Nothing
/// is guessed: a fact that is not recorded is null or missing.
///
/// @param id its id: `dayton-1995`
/// @param name its name
/// @param parties those who concluded it
/// @param signed the day of its signature
/// @param scope who concluded it, and about which kind of conflict
/// @param kind the incompatibility
/// @param stage the stage of the process
/// @param points its topics as PA-X codes, each with what became of it
/// @param fate whether it held or ended; null if that is not recorded
/// @param fateOn the date on which it ended; null if it did not, or if that is not recorded
/// @param pax its number in PA-X; null if it is not there
/// @param ucdp its number in the UCDP Peace Agreements; null if it is not there
/// @param pam its number in the Peace Accords Matrix; null if it is not followed there
/// @param document the document with its text; null if PA-X has it
/// @param link an address of its text beside PA-X; null if none is known
public record KnownAgreement(
    String id,
    LocalizedText name,
    List<LocalizedText> parties,
    LocalDate signed,
    AgreementScope scope,
    ConflictKind kind,
    AgreementStage stage,
    Map<String, PointFate> points,
    @Nullable KnownFate fate,
    @Nullable Edtf fateOn,
    @Nullable Integer pax,
    @Nullable Long ucdp,
    @Nullable Integer pam,
    @Nullable String document,
    @Nullable String link) {

  /// Whether an agreement held or ended.
  public enum KnownFate {
    /// No end of it is on record by the day of the list.
    HELD,
    /// Its parties went back to force against each other, or one of them declared it void.
    ENDED
  }

  /// Whether and when a topic was carried out.
  ///
  /// @param done the date by which it had been carried out; null if none is recorded
  /// @param isMissed whether it was never carried out
  public record PointFate(@Nullable Edtf done, boolean isMissed) {

    /// Nothing is recorded.
    public static final PointFate UNKNOWN = new PointFate(null, false);

    public PointFate {
      if (done != null && isMissed) {
        throw new IllegalArgumentException("done by " + done + ", and never");
      }
    }
  }

  public KnownAgreement {
    parties = List.copyOf(parties);
    points = Collections.unmodifiableMap(new TreeMap<>(points));
    if (fateOn != null && fate != KnownFate.ENDED) {
      throw new IllegalArgumentException(id + " has a day on which it ended, but did not end");
    }
  }

  /// Whether all these topics are in it.
  public boolean hasAll(Collection<String> topics) {
    return points.keySet().containsAll(topics);
  }

  /// The public address of its text: in PA-X if it is there; null if none is known.
  public @Nullable String address() {
    Integer number = pax;
    return number == null ? link : PaxAgreement.address(number);
  }

  /// How many of the traits that count it shares.
  public int nearness(PrecedentQuery query) {
    return query.nearness(scope, kind, stage);
  }
}
