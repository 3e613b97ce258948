package org.parley.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.board.Contradiction.Kind;
import org.parley.board.Stance.Sense;
import org.parley.model.Assertion;
import org.parley.model.Claim;
import org.parley.model.ClaimId;
import org.parley.model.PartyId;
import org.parley.model.Subject;

/// Collects the claims that cannot both be the last word, each pair once with all it concerns.
final class Contradictions {

  private record Pair(Kind kind, PartyId party, ClaimId first, ClaimId second) {}

  private record Found(Word first, Word second, List<Subject> subjects) {}

  private final Naming naming;
  private final Map<Pair, Found> found = new LinkedHashMap<>();

  Contradictions(Naming naming) {
    this.naming = naming;
  }

  /// Different words of one party, by different speakers or at the same time.
  ///
  /// @return whether there are any
  boolean twoVoices(Subject subject, PartyId party, int column, Words own) {
    List<Word> latest = own.latest();
    boolean any = false;
    for (Word standing : latest) {
      for (Word other : latestOfEachSpeaker(own)) {
        boolean laterWordOfOneSpeaker =
            standing.claim.speaker().equals(other.claim.speaker()) && !latest.contains(other);
        if (differs(standing, other)
            && !laterWordOfOneSpeaker
            && standing.sharesCounterpart(other, column)) {
          add(Kind.ONE_PARTY_TWO_VOICES, subject, party, standing, other);
          any = true;
        }
      }
    }
    return any;
  }

  private static List<Word> latestOfEachSpeaker(Words own) {
    Map<String, Words> bySpeaker = new LinkedHashMap<>();
    for (Word word : own.all()) {
      bySpeaker.computeIfAbsent(word.claim.speaker(), _ -> new Words()).add(word);
    }
    List<Word> latest = new ArrayList<>();
    bySpeaker.values().forEach(words -> latest.addAll(words.latest()));
    return latest;
  }

  private static boolean differs(Word a, Word b) {
    return a.stance != null && b.stance != null && a.stance.sense() != b.stance.sense();
  }

  /// Words of others that the party agrees, against its own latest words or its word that it has
  /// not received the text.
  ///
  /// @return whether there are any
  boolean agreementDenied(
      Subject subject, PartyId party, int column, Words others, List<Word> ownWords) {
    boolean any = false;
    for (Word other : latestOfEachSpeaker(others)) {
      if (other.stance == null || other.stance.sense() != Sense.FOR) {
        continue;
      }
      for (Word own : ownWords) {
        boolean denies =
            own.is(Assertion.NotReceived.class)
                || (own.stance != null && own.stance.sense() != Sense.FOR);
        if (denies && own.sharesCounterpart(other, column)) {
          add(Kind.AGREEMENT_DENIED, subject, party, other, own);
          any = true;
        }
      }
    }
    return any;
  }

  /// A text first said to be received and then, or at the same time, not to be.
  ///
  /// @return whether there is any
  boolean notReceivedAfterAll(Subject subject, PartyId party, Words receipts) {
    Words denials = receipts.where(word -> word.is(Assertion.NotReceived.class));
    if (denials.isEmpty()) {
      return false;
    }
    Word denial = denials.latest().getLast();
    Words before =
        receipts.where(word -> word.is(Assertion.Received.class) && !denial.isBefore(word));
    if (before.isEmpty()) {
      return false;
    }
    add(Kind.RECEIVED_AND_NOT_RECEIVED, subject, party, before.latest().getLast(), denial);
    return true;
  }

  /// A claim that denies another outright.
  void denied(Word denial, Word denied) {
    for (Subject subject : denial.claim.about()) {
      add(Kind.DENIED, subject, denial.claim.party(), denied, denial);
    }
  }

  private void add(Kind kind, Subject subject, PartyId party, Word a, Word b) {
    boolean inOrder =
        Comparator.comparing(Claim::said).thenComparing(Claim::id).compare(a.claim, b.claim) <= 0;
    Word first = inOrder ? a : b;
    Word second = inOrder ? b : a;
    List<Subject> subjects =
        found.computeIfAbsent(
                new Pair(kind, party, first.claim.id(), second.claim.id()),
                _ -> new Found(first, second, new ArrayList<>()))
            .subjects;
    if (!subjects.contains(subject)) {
      subjects.add(subject);
    }
  }

  /// Every contradiction, the latest first.
  List<Contradiction> list() {
    List<Contradiction> all = new ArrayList<>();
    found.forEach(
        (pair, what) ->
            all.add(
                new Contradiction(
                    pair.kind,
                    pair.party,
                    pair.first,
                    pair.second,
                    what.subjects,
                    words(pair, what.first, what.second))));
    Map<ClaimId, Claim> claims = new LinkedHashMap<>();
    found.values().forEach(each -> claims.put(each.second.claim.id(), each.second.claim));
    Comparator<Contradiction> latestFirst =
        Comparator.comparing(
            (Contradiction each) -> claims.get(each.second()),
            Comparator.comparing(Claim::said).reversed());
    all.sort(
        latestFirst
            .thenComparing(Contradiction::second)
            .thenComparing(Contradiction::first)
            .thenComparing(Contradiction::kind)
            .thenComparing(Contradiction::party));
    return all;
  }

  private String words(Pair pair, Word first, Word second) {
    String a = naming.speaker(first.claim);
    String b = naming.speaker(second.claim);
    return switch (pair.kind) {
      case ONE_PARTY_TWO_VOICES ->
          "Two voices of "
              + naming.party(pair.party)
              + ": "
              + a
              + " says "
              + said(first)
              + ", "
              + b
              + " says "
              + said(second)
              + ".";
      case RECEIVED_AND_NOT_RECEIVED ->
          naming.party(pair.party)
              + " is on record both with the text and without it: "
              + a
              + " says "
              + said(first)
              + ", "
              + b
              + " says "
              + said(second)
              + ".";
      case AGREEMENT_DENIED ->
          a
              + " says "
              + said(first)
              + ", "
              + b
              + " says "
              + said(second)
              + "; one of them speaks for "
              + naming.party(pair.party)
              + ".";
      case DENIED -> b + " denies what " + a + " is reported to have said.";
    };
  }

  private String said(Word word) {
    String stance =
        word.stance != null
            ? word.stance.words()
            : word.is(Assertion.NotReceived.class) ? "not received" : "received";
    return word.claim.between().isEmpty()
        ? stance
        : stance + " between " + naming.parties(word.claim.between());
  }
}
