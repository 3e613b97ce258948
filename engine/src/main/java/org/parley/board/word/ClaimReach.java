package org.parley.board.word;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;

/// The columns that a claim applies to: the parties it speaks for, and their counterparts. Shared
/// by all claims of the same parties between the same parties.
public final class ClaimReach {

  private final Basis[] roles;
  private final boolean @Nullable [] among;

  /// By column: whether it is the party's own word.
  private final boolean[] own;

  /// Its number among the reaches of a view.
  final int number;

  /// The parties whose own word it is.
  public final List<PartyId> spokenBy;

  /// The columns it applies to, including the speaker's.
  public final int[] concerned;

  /// By column: the counterparts named; none for a general claim.
  private final int[][] counterparts;

  private ClaimReach(
      int number,
      Basis[] roles,
      boolean @Nullable [] among,
      List<PartyId> columns,
      List<PartyId> parties) {
    this.number = number;
    this.roles = roles;
    this.among = among;
    this.spokenBy = parties;
    this.own = new boolean[roles.length];
    for (int column = 0; column < roles.length; column++) {
      own[column] = parties.contains(columns.get(column));
    }
    this.counterparts =
        IntStream.range(0, roles.length)
            .mapToObj(
                column ->
                    IntStream.range(0, roles.length)
                        .filter(other -> among != null && other != column && among[other])
                        .toArray())
            .toArray(int[][]::new);
    this.concerned =
        IntStream.range(0, roles.length)
            .filter(column -> own[column] || roles[column] != Basis.NONE)
            .toArray();
  }

  /// The basis on which it applies to the party in `column`; [Basis#NONE] if it does not.
  public Basis roleFor(int column) {
    return roles[column];
  }

  /// Whether it is the own word of the party in `column`.
  public boolean isOwnOf(int column) {
    return own[column];
  }

  /// Whether the speaker spoke for their own party alone, towards everyone.
  public boolean isGeneral() {
    return among == null;
  }

  /// Whether it names the party in `column` as a counterpart.
  public boolean holdsTowards(int column) {
    return among == null || among[column];
  }

  /// The counterparts of the party in `column`; none for a general claim.
  public int[] counterpartsOf(int column) {
    return counterparts[column];
  }

  /// Whether two claims share a counterpart of the party in `column`.
  public boolean sharesCounterpart(ClaimReach other, int column) {
    if (among == null || other.among == null) {
      return true;
    }
    for (int each = 0; each < among.length; each++) {
      if (each != column && among[each] && other.among[each]) {
        return true;
      }
    }
    return false;
  }

  /// Finds the reach of claims, interned.
  static final class Finder {

    private record Kind(List<PartyId> parties, List<PartyId> between, boolean attributed) {}

    private final CaseView view;
    private final List<PartyId> columns;
    private final Map<Kind, ClaimReach> known = new LinkedHashMap<>();

    /// The sources that name nobody.
    private final Set<SourceId> unattributed = new HashSet<>();

    Finder(CaseView view, List<PartyId> columns) {
      this(view, columns, Map.of());
    }

    /// One that knows what another has found, for a view with the same parties, where no source of
    /// both differs.
    Finder(CaseView view, Finder before) {
      this(view, before.columns, before.known);
    }

    private Finder(CaseView view, List<PartyId> columns, Map<Kind, ClaimReach> known) {
      this.view = view;
      this.columns = columns;
      this.known.putAll(known);
      for (Source each : view.sources()) {
        if (each.kind() == SourceKind.UNATTRIBUTED) {
          unattributed.add(each.id());
        }
      }
    }

    ClaimReach of(Claim claim) {
      return known.computeIfAbsent(
          new Kind(claim.parties(), claim.between(), isAttributed(claim)), this::of);
    }

    private boolean isAttributed(Claim claim) {
      for (SourceId each : claim.source()) {
        if (!unattributed.contains(each)) {
          return true;
        }
      }
      return false;
    }

    /// Every reach found, by number.
    List<ClaimReach> found() {
      return List.copyOf(known.values());
    }

    private ClaimReach of(Kind kind) {
      Set<PartyId> between = new HashSet<>();
      kind.between.forEach(party -> between.addAll(view.withMembers(party)));
      Set<PartyId> spokenFor = new HashSet<>();
      kind.parties.forEach(party -> spokenFor.addAll(view.withMembers(party)));
      Basis[] roles = new Basis[columns.size()];
      boolean[] among = new boolean[columns.size()];
      for (int column = 0; column < columns.size(); column++) {
        PartyId party = columns.get(column);
        among[column] = between.contains(party);
        roles[column] =
            between.isEmpty() || among[column] ? role(kind, party, spokenFor) : Basis.NONE;
      }
      return new ClaimReach(
          known.size(), roles, between.isEmpty() ? null : among, columns, kind.parties);
    }

    private static Basis role(Kind kind, PartyId party, Set<PartyId> spokenFor) {
      if (kind.parties.contains(party)) {
        return kind.attributed ? Basis.OWN_WORDS : Basis.HEARSAY;
      }
      if (spokenFor.contains(party)) {
        return kind.attributed ? Basis.THROUGH_COALITION : Basis.HEARSAY;
      }
      return kind.between.isEmpty() ? Basis.NONE : Basis.HEARSAY;
    }
  }
}
