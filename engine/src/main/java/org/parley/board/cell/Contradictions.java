package org.parley.board.cell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.acts.RecordedAct;
import org.parley.board.cell.Contradiction.Kind;
import org.parley.board.word.PreparedClaim;
import org.parley.board.word.Stance.Sense;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.claim.Assertion;
import org.parley.model.text.Subject;

/// Collects the claims that cannot both stand: of a row, or of all rows, where each pair is listed
/// once with all its subjects.
public final class Contradictions {

  /// Two statements by their indices; an act that makes none has a negative one.
  private record Pair(Kind kind, PartyId party, int first, int second) {}

  private record Found(Id first, Id second, List<Subject> subjects) {}

  /// A pair on a subject.
  private record OnSubject(Pair pair, Id first, Id second, Subject subject) {}

  private final List<OnSubject> found = new ArrayList<>();

  /// An empty collection.
  public Contradictions() {}

  /// Different statements of one party, by different speakers or at the same time.
  ///
  /// @param own its latest statements
  /// @param speakers the latest statements of each of its speakers
  /// @return whether there are any
  boolean twoVoices(
      Subject subject,
      PartyId party,
      int column,
      List<PreparedClaim> own,
      List<LatestClaims> speakers) {
    boolean any = false;
    for (LatestClaims speaker : speakers) {
      for (PreparedClaim other : speaker.words()) {
        for (PreparedClaim standing : own) {
          // An act settles all earlier words of the party.
          boolean isOutdated =
              (standing.speaker == other.speaker || standing.act != null)
                  && other.isBefore(standing);
          if (differs(standing, other)
              && !isOutdated
              && standing.reach.sharesCounterpart(other.reach, column)) {
            any |= add(Kind.ONE_PARTY_TWO_VOICES, subject, party, standing, other);
          }
        }
      }
    }
    return any;
  }

  private static boolean differs(PreparedClaim a, PreparedClaim b) {
    return a.stance != null && b.stance != null && a.stance.sense() != b.stance.sense();
  }

  /// The statements by which the party itself denies agreement or receipt of the text.
  static List<PreparedClaim> denialsAmong(List<PreparedClaim> words) {
    List<PreparedClaim> denials = new ArrayList<>();
    for (PreparedClaim word : words) {
      if (denies(word)) {
        denials.add(word);
      }
    }
    return denials;
  }

  /// Reports by others that the party agrees, against its own denials.
  ///
  /// @param speakers the latest statements of each of the others
  /// @param denials the party's own denials
  /// @return whether there are any
  boolean agreementDenied(
      Subject subject,
      PartyId party,
      int column,
      List<LatestClaims> speakers,
      List<PreparedClaim> denials) {
    boolean any = false;
    for (LatestClaims speaker : speakers) {
      for (PreparedClaim other : speaker.words()) {
        if (other.stance == null || other.stance.sense() != Sense.FOR) {
          continue;
        }
        for (PreparedClaim denial : denials) {
          if (denial.reach.sharesCounterpart(other.reach, column)) {
            any |= add(Kind.AGREEMENT_DENIED, subject, party, other, denial);
          }
        }
      }
    }
    return any;
  }

  private static boolean denies(PreparedClaim word) {
    return word.is(Assertion.NotReceived.class)
        || (word.stance != null && word.stance.sense() != Sense.FOR);
  }

  /// A text reported as received and then, or at the same time, as not received.
  ///
  /// @param receipts every statement of the party on it, in order of time
  /// @return whether there is any
  boolean notReceivedAfterAll(Subject subject, PartyId party, List<PreparedClaim> receipts) {
    PreparedClaim denial = null;
    for (PreparedClaim word : receipts) {
      denial = word.is(Assertion.NotReceived.class) ? word : denial;
    }
    PreparedClaim before = null;
    for (PreparedClaim word : receipts) {
      if (denial != null && word.is(Assertion.Received.class) && !denial.isBefore(word)) {
        before = word;
      }
    }
    if (denial == null || before == null) {
      return false;
    }
    return add(Kind.RECEIVED_AND_NOT_RECEIVED, subject, party, before, denial);
  }

  /// A claim that denies another outright.
  public void denied(PreparedClaim denial, PreparedClaim denied) {
    for (Subject subject : denial.claim.about()) {
      add(Kind.DENIED, subject, denial.claim.party(), denied, denial);
    }
  }

  /// A claim that denies an act without a statement.
  public void denied(PreparedClaim denial, RecordedAct act) {
    found.add(
        new OnSubject(
            new Pair(Kind.DENIED, denial.claim.party(), -1 - found.size(), denial.index),
            act.record(),
            denial.record(),
            act.act().id()));
  }

  /// Records a contradiction on `subject`, if at least one of the two claims is about that very
  /// subject. Claims about a whole are not repeated for each part.
  private boolean add(Kind kind, Subject subject, PartyId party, PreparedClaim a, PreparedClaim b) {
    if (!a.claim.about().contains(subject) && !b.claim.about().contains(subject)) {
      return false;
    }
    PreparedClaim first = a.index <= b.index ? a : b;
    PreparedClaim second = first == a ? b : a;
    found.add(
        new OnSubject(
            new Pair(kind, party, first.index, second.index),
            first.record(),
            second.record(),
            subject));
    return true;
  }

  /// Adds those of a row.
  public void addAll(Contradictions row) {
    found.addAll(row.found);
  }

  /// Every contradiction, the latest first.
  public List<Contradiction> list() {
    Map<Pair, Found> pairs = new LinkedHashMap<>();
    for (OnSubject each : found) {
      List<Subject> subjects =
          pairs.computeIfAbsent(
                  each.pair, _ -> new Found(each.first, each.second, new ArrayList<>()))
              .subjects;
      if (!subjects.contains(each.subject)) {
        subjects.add(each.subject);
      }
    }
    List<Map.Entry<Pair, Found>> all = new ArrayList<>(pairs.entrySet());
    all.sort(
        Comparator.comparingInt((Map.Entry<Pair, Found> each) -> -each.getKey().second)
            .thenComparingInt(each -> -each.getKey().first)
            .thenComparing(each -> each.getKey().kind)
            .thenComparing(each -> each.getKey().party));
    return all.stream()
        .map(
            each ->
                new Contradiction(
                    each.getKey().kind,
                    each.getKey().party,
                    each.getValue().first,
                    each.getValue().second,
                    each.getValue().subjects))
        .toList();
  }
}
