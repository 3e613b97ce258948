package org.parley.web.access;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.store.people.Account;
import org.parley.store.people.AccountEditor;
import org.parley.store.people.Accounts;
import org.parley.store.people.HalfSignIns;
import org.parley.store.people.SecondFactors.CodeOutcome;
import org.parley.store.people.SecondFactors.FactorOffer;
import org.parley.web.view.Address;

/// The step that follows the right password: none, a second factor, or its enrolment. Passkeys are
/// taken by [PasskeySteps].
///
/// Until then a cookie of its own stands for the password. It opens nothing else.
public final class SignInSteps {

  /// A step that follows the right password.
  public enum NextStep {
    NONE,
    CODE,
    ENROLMENT
  }

  /// The outcome of a code.
  ///
  /// @param waitSeconds how long to wait after too many wrong ones; 0 for not at all
  /// @param outcome null if nobody is signing in, or has to wait
  public record CodeAnswer(long waitSeconds, @Nullable CodeOutcome outcome) {}

  private final AccountAuthenticator authenticator;
  private final Accounts identities;
  private final Throttle throttle;

  SignInSteps(AccountAuthenticator authenticator, Accounts identities, Throttle throttle) {
    this.authenticator = authenticator;
    this.identities = identities;
    this.throttle = throttle;
  }

  private String cookie() {
    return authenticator.cookie() + "-step";
  }

  /// Signs in, or begins the step that is missing.
  NextStep after(Context ctx, String name) {
    NextStep next = next(name);
    if (next == NextStep.NONE) {
      authenticator.complete(ctx, name);
    } else {
      String secret = identities.halves().begin(name, authenticator.now());
      authenticator.set(ctx, cookie(), secret, HalfSignIns.PATIENCE);
    }
    return next;
  }

  private NextStep next(String name) {
    if (identities.factors().has(name)) {
      return NextStep.CODE;
    }
    return identities.find(name).filter(identities::needsFactor).isPresent()
        ? NextStep.ENROLMENT
        : NextStep.NONE;
  }

  /// The secret that stands for the password; empty for none.
  String secret(Context ctx) {
    return Objects.requireNonNullElse(ctx.cookie(cookie()), "");
  }

  /// The account whose password was right; empty if nobody waits for this step.
  public Optional<String> waiting(Context ctx, NextStep step) {
    return identities
        .halves()
        .find(secret(ctx), authenticator.now())
        .filter(name -> next(name) == step);
  }

  /// Signs in with a code of the app or a recovery code.
  public CodeAnswer send(Context ctx, String code) {
    Optional<Account> account = waiting(ctx, NextStep.CODE).flatMap(identities::find);
    return account.map(each -> send(ctx, each, code)).orElseGet(() -> new CodeAnswer(0, null));
  }

  private CodeAnswer send(Context ctx, Account account, String code) {
    Instant now = authenticator.now();
    List<Throttle.Key> keys = List.of(new Throttle.Key(Throttle.Kind.CODE, account.name()));
    long wait = throttle.begin(keys, now);
    if (wait > 0) {
      authenticator.noteSignIn(account.name(), Address.SIGN_IN_CODE, 429);
      return new CodeAnswer(wait, null);
    }
    CodeOutcome outcome = identities.factors().check(by(account), account.name(), code, now);
    if (outcome.opens()) {
      throttle.succeeded(keys, now);
      finish(ctx, account.name());
    } else if (outcome == CodeOutcome.REPEATED) {
      authenticator.noteRepeatedCode(account);
    }
    authenticator.noteSignIn(account.name(), Address.SIGN_IN_CODE, outcome.opens() ? 303 : 401);
    return new CodeAnswer(0, outcome);
  }

  void finish(Context ctx, String name) {
    identities.halves().end(secret(ctx));
    authenticator.set(ctx, cookie(), "", Duration.ZERO);
    authenticator.complete(ctx, name);
  }

  static AccountEditor by(Account account) {
    return new AccountEditor(account.name(), account.role());
  }

  /// Confirms an offered secret and signs in. Returns the recovery codes; empty if the code is
  /// wrong.
  public Optional<List<String>> enrol(Context ctx, FactorOffer offer, String code) {
    Optional<Account> account = waiting(ctx, NextStep.ENROLMENT).flatMap(identities::find);
    Optional<List<String>> codes =
        account.flatMap(
            each ->
                identities
                    .factors()
                    .confirm(by(each), each.name(), offer, code, null, authenticator.now()));
    account.ifPresent(
        each -> {
          authenticator.noteSignIn(
              each.name(), Address.SIGN_IN_ENROL, codes.isPresent() ? 200 : 401);
          if (codes.isPresent()) {
            finish(ctx, each.name());
          }
        });
    return codes;
  }
}
