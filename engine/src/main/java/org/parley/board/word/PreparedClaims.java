package org.parley.board.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.parley.acts.Acts;
import org.parley.acts.RecordedAct;
import org.parley.model.PartyId;
import org.parley.model.act.ActId;
import org.parley.model.cases.AsOf;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.Party;

/// All claims of a view, and its acts as statements, prepared for reading; in order of time,
/// independent of the day.
public final class PreparedClaims {

  public final CaseView view;

  /// The parties whose stance the board shows, in order.
  public final List<PartyId> columns;

  public final List<PreparedClaim> inOrder;

  /// The acts of the view.
  public final Acts acts;

  /// By the id of a statement, the statement.
  private final Map<ClaimId, PreparedClaim> statements = new HashMap<>();

  private final Map<ActId, List<PreparedClaim>> statementsByAct = new HashMap<>();

  /// The corrections and denials among them.
  final Corrections corrections;

  /// By index of a claim, as epoch days: the day by which it had certainly been said, and that by
  /// which it was known.
  private final long[] saidByDay;

  private final long[] knownByDay;

  /// The number of speakers.
  public final int speakers;

  /// Every reach, by its number, and the statements of each that names counterparts.
  private final List<ClaimReach> reaches;

  private final List<List<PreparedClaim>> wordsOf = new ArrayList<>();

  /// The acts as statements, the number of each speaker, and the reaches: what a later state goes
  /// on from.
  private final List<ActStatements.Statement> ofActs;

  private final Map<String, Integer> numbers;
  private final ClaimReach.Finder reach;

  private PreparedClaims(CaseView view, Acts acts) {
    this.view = view;
    this.columns = view.columns().stream().map(Party::id).toList();
    this.reach = new ClaimReach.Finder(view, columns);
    this.numbers = new HashMap<>();
    this.acts = acts;
    this.ofActs = ActStatements.of(view, acts);
    IdentityHashMap<Claim, RecordedAct> actOf = new IdentityHashMap<>();
    List<Claim> all = new ArrayList<>(view.claims());
    for (ActStatements.Statement each : ofActs) {
      actOf.put(each.claim(), each.act());
      all.add(each.claim());
    }
    if (!actOf.isEmpty()) {
      all.sort(CaseView.CLAIMS_IN_ORDER);
    }
    int count = all.size();
    List<PreparedClaim> words = new ArrayList<>(count);
    this.saidByDay = new long[count];
    this.knownByDay = new long[count];
    for (Claim claim : all) {
      int speaker = numbers.computeIfAbsent(claim.speaker(), _ -> numbers.size());
      knownByDay[words.size()] = claim.knownOrSaid().latestDay().toEpochDay();
      RecordedAct act = actOf.get(claim);
      saidByDay[words.size()] = (act == null ? AsOf.saidBy(claim) : act.doneBy()).toEpochDay();
      PreparedClaim word = new PreparedClaim(words.size(), claim, act, reach.of(claim), speaker);
      words.add(word);
      if (act != null) {
        statements.put(claim.id(), word);
        statementsByAct.computeIfAbsent(act.act().id(), _ -> new ArrayList<>()).add(word);
      }
    }
    this.inOrder = List.copyOf(words);
    this.speakers = numbers.size();
    this.reaches = reach.found();
    reaches.forEach(_ -> wordsOf.add(new ArrayList<>()));
    for (PreparedClaim word : words) {
      if (!word.reach.isGeneral()) {
        wordsOf.get(word.reach.number).add(word);
      }
    }
    this.corrections = new Corrections(this);
  }

  /// The statements that differ in two states of a view.
  ///
  /// @param words the statements of the later state
  /// @param gone those of the earlier state that are not in it
  /// @param came those that were not in the earlier state
  public record Renewal(PreparedClaims words, List<PreparedClaim> gone, List<PreparedClaim> came) {
    public Renewal {
      gone = List.copyOf(gone);
      came = List.copyOf(came);
    }

    /// Those that differ in more than their place among all.
    public List<PreparedClaim> differing() {
      Set<Claim> before = Collections.newSetFromMap(new IdentityHashMap<>());
      Set<Claim> after = Collections.newSetFromMap(new IdentityHashMap<>());
      gone.forEach(each -> before.add(each.claim));
      came.forEach(each -> after.add(each.claim));
      List<PreparedClaim> differing = new ArrayList<>();
      gone.stream().filter(each -> !after.contains(each.claim)).forEach(differing::add);
      came.stream().filter(each -> !before.contains(each.claim)).forEach(differing::add);
      return differing;
    }

    /// Some statements of the earlier state that pass, as they are in the later state; in order.
    public List<PreparedClaim> renewed(List<PreparedClaim> some, Predicate<PreparedClaim> passes) {
      Set<PreparedClaim> without = Collections.newSetFromMap(new IdentityHashMap<>());
      without.addAll(gone);
      List<PreparedClaim> now = new ArrayList<>(some.size() + came.size());
      for (PreparedClaim each : some) {
        if (!without.contains(each)) {
          now.add(each);
        }
      }
      int kept = now.size();
      came.stream().filter(passes).forEach(now::add);
      if (now.size() > kept) {
        now.sort(Comparator.comparingInt(each -> each.index));
      }
      return now;
    }
  }

  /// The statements of a later state of the view, of which most stay what they are.
  ///
  /// A statement whose place among all shifts is made anew, as one that changes. Cost: a pass over
  /// the claims that looks at the few that differ.
  ///
  /// @param acts the acts of that state
  /// @param most with more statements that are new, there is no result
  /// @return empty if something else differs, or too much
  public Optional<Renewal> after(CaseView next, Acts acts, int most) {
    return hasSameFrame(next) && ActStatements.of(next, acts).equals(ofActs)
        ? Merge.of(this, next, most)
            .map(merge -> merge.renewal(next, acts))
            .filter(renewal -> renewal.words.hasSpeakersInOrder())
        : Optional.empty();
  }

  /// Whether speakers are numbered by their first statements, as if all were made anew: choices are
  /// listed in that order.
  private boolean hasSpeakersInOrder() {
    int found = 0;
    for (PreparedClaim word : inOrder) {
      if (word.speaker > found) {
        return false;
      }
      found = Math.max(found, word.speaker + 1);
    }
    return true;
  }

  /// Whether everything but claims that statements depend on is the same.
  private boolean hasSameFrame(CaseView next) {
    return view.info().equals(next.info())
        && view.parties().equals(next.parties())
        && view.instruments().equals(next.instruments())
        && view.points().equals(next.points())
        && view.steps().equals(next.steps())
        && view.acts().equals(next.acts())
        && next.hasSourcesOf(view);
  }

  /// The statements of a later state in order: an earlier one, or a claim that is new.
  private record Merge(PreparedClaims before, List<Object> inOrder, List<PreparedClaim> gone) {

    static Optional<Merge> of(PreparedClaims before, CaseView next, int most) {
      List<Claim> claims = next.claims();
      List<Object> merged = new ArrayList<>(claims.size() + before.ofActs.size());
      List<PreparedClaim> gone = new ArrayList<>();
      int place = 0;
      int renewed = 0;
      for (PreparedClaim word : before.inOrder) {
        boolean isThere = word.act != null;
        while (place < claims.size()) {
          Claim claim = claims.get(place);
          boolean isSame = word.act == null && isSame(word.claim, claim);
          if (!isSame && CaseView.CLAIMS_IN_ORDER.compare(claim, word.claim) > 0) {
            break;
          }
          place++;
          if (isSame) {
            isThere = true;
            break;
          }
          merged.add(claim);
          renewed++;
        }
        if (isThere) {
          renewed += word.index == merged.size() ? 0 : 1;
          merged.add(word);
        } else {
          gone.add(word);
          renewed++;
        }
        if (renewed > most) {
          return Optional.empty();
        }
      }
      merged.addAll(claims.subList(place, claims.size()));
      return renewed + claims.size() - place > most
          ? Optional.empty()
          : Optional.of(new Merge(before, merged, gone));
    }

    private static boolean isSame(Claim one, Claim other) {
      return one.id().equals(other.id()) && one.equals(other);
    }

    Renewal renewal(CaseView next, Acts acts) {
      List<PreparedClaim> gone = new ArrayList<>(this.gone);
      List<PreparedClaim> came = new ArrayList<>();
      PreparedClaims words = new PreparedClaims(next, acts, this, gone, came);
      gone.sort(Comparator.comparingInt(each -> each.index));
      return new Renewal(words, gone, came);
    }
  }

  private PreparedClaims(
      CaseView view, Acts acts, Merge merge, List<PreparedClaim> gone, List<PreparedClaim> came) {
    PreparedClaims before = merge.before;
    this.view = view;
    this.acts = acts;
    this.columns = before.columns;
    this.reach = new ClaimReach.Finder(view, before.reach);
    this.numbers = new HashMap<>(before.numbers);
    this.ofActs = before.ofActs;
    int count = merge.inOrder.size();
    List<PreparedClaim> words = new ArrayList<>(count);
    this.saidByDay = new long[count];
    this.knownByDay = new long[count];
    for (Object each : merge.inOrder) {
      int index = words.size();
      PreparedClaim word;
      if (each instanceof PreparedClaim earlier) {
        saidByDay[index] = before.saidByDay[earlier.index];
        knownByDay[index] = before.knownByDay[earlier.index];
        word = earlier.at(index);
        if (earlier.index != index) {
          gone.add(earlier);
          came.add(word);
        }
      } else {
        Claim claim = (Claim) each;
        int speaker = numbers.computeIfAbsent(claim.speaker(), _ -> numbers.size());
        saidByDay[index] = AsOf.saidBy(claim).toEpochDay();
        knownByDay[index] = claim.knownOrSaid().latestDay().toEpochDay();
        word = new PreparedClaim(index, claim, null, reach.of(claim), speaker);
        came.add(word);
      }
      words.add(word);
      if (word.act != null) {
        statements.put(word.claim.id(), word);
        statementsByAct.computeIfAbsent(word.act.act().id(), _ -> new ArrayList<>()).add(word);
      }
    }
    this.inOrder = List.copyOf(words);
    this.speakers = numbers.size();
    this.reaches = reach.found();
    Renewal renewal = new Renewal(this, gone, came);
    Set<Integer> touched = new HashSet<>();
    gone.forEach(each -> touched.add(each.reach.number));
    came.forEach(each -> touched.add(each.reach.number));
    for (ClaimReach each : reaches) {
      List<PreparedClaim> were =
          each.number < before.wordsOf.size() ? before.wordsOf.get(each.number) : List.of();
      wordsOf.add(
          touched.contains(each.number) && !each.isGeneral()
              ? renewal.renewed(were, word -> word.reach.number == each.number)
              : were);
    }
    this.corrections = new Corrections(this);
  }

  /// Prepares the claims of a view.
  ///
  /// @param acts the acts of the view
  public static PreparedClaims of(CaseView view, Acts acts) {
    return new PreparedClaims(view, acts);
  }

  /// Finds the prepared claim; empty if the view has no such claim.
  Optional<PreparedClaim> find(ClaimId id) {
    return view.find(id).filter(Claim.class::isInstance).map(Claim.class::cast).map(this::wordOf);
  }

  /// The prepared claim of a claim in the view.
  public PreparedClaim get(ClaimId id) {
    PreparedClaim statement = statements.get(id);
    return statement != null ? statement : wordOf(view.get(id));
  }

  private PreparedClaim wordOf(Claim claim) {
    int low = 0;
    int high = inOrder.size() - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (CaseView.CLAIMS_IN_ORDER.compare(inOrder.get(middle).claim, claim) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return inOrder.get(low);
  }

  /// The statements of an act.
  public List<PreparedClaim> statementsOf(ActId act) {
    return statementsByAct.getOrDefault(act, List.of());
  }

  /// By index of a claim: whether it had been said by the day, as known on the day of knowledge.
  IntPredicate saidBy(AsOf asOf) {
    long date = asOf.date().toEpochDay();
    long knownAt = asOf.knownAt().toEpochDay();
    return index -> saidByDay[index] <= date && knownByDay[index] <= knownAt;
  }

  /// The claims of the view among these or correcting one of them, or one of those, in order of
  /// time. Linear in what is found.
  ///
  /// @param claims claims of the view
  public List<Claim> withCorrections(Collection<Claim> claims) {
    BitSet found = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    for (Claim each : claims) {
      open.push(wordOf(each).index);
    }
    while (!open.isEmpty()) {
      int index = open.pop();
      if (inOrder.get(index).act == null && !found.get(index)) {
        found.set(index);
        for (int each : corrections.against(index)) {
          open.push(each);
        }
      }
    }
    return found.stream().mapToObj(index -> inOrder.get(index).claim).toList();
  }

  /// Some statements, all that they supersede or retract, and so on, as far as they are here.
  ///
  /// @param some statements of this state, or of one before
  public Set<PreparedClaim> withCorrected(Collection<PreparedClaim> some) {
    Set<PreparedClaim> found = new LinkedHashSet<>(some);
    Deque<PreparedClaim> open = new ArrayDeque<>(some);
    while (!open.isEmpty()) {
      for (ClaimId id : Corrections.corrected(open.pop().claim)) {
        PreparedClaim statement = statements.get(id);
        Optional<PreparedClaim> target = statement == null ? find(id) : Optional.of(statement);
        target.filter(found::add).ifPresent(open::push);
      }
    }
    return found;
  }

  /// The sets of two or more columns named in the claims standing in `ledger`.
  public Set<List<PartyId>> spokenOf(Ledger ledger) {
    Set<List<PartyId>> sets = new LinkedHashSet<>();
    // by their first statements, whatever their numbers are after a change
    List<ClaimReach> inOrder = new ArrayList<>(reaches);
    inOrder.removeIf(each -> wordsOf.get(each.number).isEmpty());
    inOrder.sort(Comparator.comparingInt(each -> wordsOf.get(each.number).getFirst().index));
    for (ClaimReach reach : inOrder) {
      if (wordsOf.get(reach.number).stream().noneMatch(ledger::counts)) {
        continue;
      }
      List<PartyId> set = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        if (reach.holdsTowards(column)) {
          set.add(columns.get(column));
        }
      }
      if (set.size() > 1) {
        sets.add(set);
      }
    }
    return sets;
  }
}
