package org.parley.board.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
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

  private PreparedClaims(CaseView view, Acts acts) {
    this.view = view;
    this.columns = view.columns().stream().map(Party::id).toList();
    ClaimReach.Finder reach = new ClaimReach.Finder(view, columns);
    Map<String, Integer> numbers = new HashMap<>();
    this.acts = acts;
    IdentityHashMap<Claim, RecordedAct> actOf = new IdentityHashMap<>();
    List<Claim> all = new ArrayList<>(view.claims());
    for (ActStatements.Statement each : ActStatements.of(view, acts)) {
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

  /// The sets of two or more columns named in the claims standing in `ledger`.
  public Set<List<PartyId>> spokenOf(Ledger ledger) {
    Set<List<PartyId>> sets = new LinkedHashSet<>();
    for (ClaimReach reach : reaches) {
      if (reach.isGeneral() || wordsOf.get(reach.number).stream().noneMatch(ledger::counts)) {
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
