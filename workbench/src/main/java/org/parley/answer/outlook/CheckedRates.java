package org.parley.answer.outlook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.parley.check.Check;
import org.parley.check.Question;
import org.parley.check.Verdict;
import org.parley.exact.Budget;
import org.parley.exact.Finding;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.outlook.AgreementClass;
import org.parley.outlook.AgreementCollection;
import org.parley.outlook.BaseRate;
import org.parley.outlook.BaseRates;
import org.parley.outlook.Definition;

/// Base rates with a check that passed: computed from a user's own rows where these are at hand,
/// else those that come with Parley.
///
/// Reading the rows, computing and checking takes longer than a page may. So [#find] starts it in
/// the background and answers with the shipped figure until it is done; [#await] waits. Safe to
/// share between threads.
public final class CheckedRates {

  /// The origin of a figure.
  public enum RateBasis {
    /// It stands in the table that comes with Parley.
    SHIPPED,
    /// It does, while it is computed from the rows of the user's copy.
    COMPUTING,
    /// It was computed from these rows, and checked by other means.
    COMPUTED,
    /// There is none: only rows could give it, and they are not at hand.
    ABSENT
  }

  /// A figure whose check passed.
  ///
  /// @param rate the shares; those of no agreement if none counts or the check failed
  public record CheckedRate(BaseRate rate, RateBasis basis) {}

  private record RateKey(AgreementClass of, Definition definition) {}

  /// The figures of the shipped table that were asked for, checked.
  private static final Map<RateKey, BaseRate> CHECKED = new ConcurrentHashMap<>();

  private final ReferenceShelf shelf;
  private Object state = List.of();
  private CompletableFuture<Optional<AgreementCollection>> rows =
      CompletableFuture.completedFuture(Optional.empty());
  private Map<RateKey, CompletableFuture<CheckedRate>> computed = new ConcurrentHashMap<>();

  private CheckedRates(ReferenceShelf shelf) {
    this.shelf = shelf;
  }

  /// The rates of a shelf.
  public static CheckedRates of(ReferenceShelf shelf) {
    return new CheckedRates(shelf);
  }

  /// The rates that come with Parley alone.
  public static CheckedRates shipped() {
    return new CheckedRates(ReferenceShelf.none());
  }

  /// A rate at once.
  public CheckedRate find(AgreementClass of, Definition definition) {
    CompletableFuture<CheckedRate> own = own(of, definition);
    if (own == null) {
      return shipped(of, definition, RateBasis.SHIPPED);
    }
    CheckedRate done = own.getNow(null);
    return done == null ? shipped(of, definition, RateBasis.COMPUTING) : done;
  }

  /// A rate, from the rows where these are at hand, however long it takes.
  public CheckedRate await(AgreementClass of, Definition definition) {
    CompletableFuture<CheckedRate> own = own(of, definition);
    return own == null ? shipped(of, definition, RateBasis.SHIPPED) : own.join();
  }

  private synchronized @Nullable CompletableFuture<CheckedRate> own(
      AgreementClass of, Definition definition) {
    if (!shelf.hasSigned() || (of.needsCodes() && !shelf.hasCodes())) {
      return null;
    }
    Object now = shelf.state();
    if (!now.equals(state)) {
      state = now;
      rows = CompletableFuture.supplyAsync(shelf::readSigned);
      computed = new ConcurrentHashMap<>();
    }
    CompletableFuture<Optional<AgreementCollection>> from = rows;
    return computed.computeIfAbsent(
        new RateKey(of, definition),
        key -> from.thenApplyAsync(read -> compute(read, key.of, key.definition)));
  }

  /// From the rows; the shipped one if they cannot be read, which the shelf says.
  private static CheckedRate compute(
      Optional<AgreementCollection> rows, AgreementClass of, Definition definition) {
    return rows.map(each -> computed(each, of, definition))
        .orElseGet(() -> shipped(of, definition, RateBasis.SHIPPED));
  }

  private static CheckedRate computed(
      AgreementCollection rows, AgreementClass of, Definition definition) {
    return checked(
        new Question.Outlook(rows),
        BaseRates.find(rows, of, definition),
        of,
        definition,
        RateBasis.COMPUTED);
  }

  private static CheckedRate shipped(AgreementClass of, Definition definition, RateBasis basis) {
    ShippedRates shipped = ShippedRates.shipped();
    if (!shipped.covers(of, definition)) {
      return new CheckedRate(
          new BaseRate(of, definition, 0, 0, 0, 0, List.of()),
          basis == RateBasis.COMPUTING ? basis : RateBasis.ABSENT);
    }
    BaseRate known = CHECKED.get(new RateKey(of, definition));
    if (known != null) {
      return new CheckedRate(known, basis);
    }
    CheckedRate checked =
        checked(shipped.question(), shipped.finding(of, definition), of, definition, basis);
    if (shipped.find(of, definition).isPresent()) {
      // no more of them than the table has
      CHECKED.put(new RateKey(of, definition), checked.rate());
    }
    return checked;
  }

  /// A finding as a figure, if its check passes; else the figure of no agreement.
  static CheckedRate checked(
      Question question,
      Finding<BaseRate> finding,
      AgreementClass of,
      Definition definition,
      RateBasis basis) {
    boolean holds = Check.verify(question, finding, Budget.unlimited()) instanceof Verdict.Holds;
    return new CheckedRate(
        finding
            .findAnswer()
            .filter(_ -> holds)
            .orElseGet(() -> new BaseRate(of, definition, 0, 0, 0, 0, List.of())),
        basis);
  }
}
