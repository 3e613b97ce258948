package org.parley.web.view;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;

/// The claims of a case by keys, each list by date. When some claims change, the lists of their
/// keys are made anew and the others stay.
///
/// Immutable to its users. Made in time linear in the claims.
///
/// @param <K> a key; a claim may have several
public final class ClaimIndex<K> {

  /// The keys of a claim.
  @FunctionalInterface
  public interface Keys<K> {
    Collection<? extends K> of(Claim claim);
  }

  private final OpenCase open;
  private final Function<OpenCase, Keys<K>> keys;
  private final Supplier<Map<K, List<Claim>>> empty;
  private final Map<K, List<Claim>> lists;

  private ClaimIndex(
      OpenCase open,
      Function<OpenCase, Keys<K>> keys,
      Supplier<Map<K, List<Claim>>> empty,
      Map<K, List<Claim>> lists) {
    this.open = open;
    this.keys = keys;
    this.empty = empty;
    this.lists = lists;
  }

  /// The index of a case.
  ///
  /// @param keys the keys of claims, which depend on the claim, the parties and the sources alone
  /// @param empty makes a map
  public static <K> ClaimIndex<K> of(
      OpenCase open, Function<OpenCase, Keys<K>> keys, Supplier<Map<K, List<Claim>>> empty) {
    Map<K, List<Claim>> lists = empty.get();
    Keys<K> of = keys.apply(open);
    for (Claim claim : open.view().claims()) {
      for (K key : of.of(claim)) {
        List<Claim> claims = lists.computeIfAbsent(key, _ -> new ArrayList<>());
        if (claims.isEmpty() || !claims.getLast().id().equals(claim.id())) {
          claims.add(claim);
        }
      }
    }
    return new ClaimIndex<>(open, keys, empty, lists);
  }

  /// The claims of a key, by date.
  public List<Claim> get(K key) {
    return Collections.unmodifiableList(lists.getOrDefault(key, List.of()));
  }

  /// Every key of a claim.
  public Set<K> keys() {
    return Collections.unmodifiableSet(lists.keySet());
  }

  /// The index of the case after a change; empty if it is better made anew.
  public Optional<ClaimIndex<K>> after(OpenCase next) {
    ClaimsChange change = ClaimsChange.between(open, next);
    if (!change.isOfFewClaims()) {
      return Optional.empty();
    }
    Map<K, List<Claim>> now = empty.get();
    now.putAll(lists);
    Keys<K> before = keys.apply(open);
    Keys<K> after = keys.apply(next);
    for (Claim gone : change.gone()) {
      for (K key : Set.copyOf(before.of(gone))) {
        List<Claim> left = new ArrayList<>(now.getOrDefault(key, List.of()));
        left.remove(Collections.binarySearch(left, gone, CaseView.CLAIMS_IN_ORDER));
        if (left.isEmpty()) {
          now.remove(key);
        } else {
          now.put(key, left);
        }
      }
    }
    for (Claim added : change.added()) {
      for (K key : Set.copyOf(after.of(added))) {
        List<Claim> more = new ArrayList<>(now.getOrDefault(key, List.of()));
        int at = Collections.binarySearch(more, added, CaseView.CLAIMS_IN_ORDER);
        more.add(-1 - at, added);
        now.put(key, more);
      }
    }
    return Optional.of(new ClaimIndex<>(next, keys, empty, now));
  }
}
