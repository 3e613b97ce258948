package org.parley.web.access;

import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.passkey.PasskeyAnswer;
import org.parley.passkey.PasskeyException;
import org.parley.passkey.PasskeyFault;
import org.parley.passkey.PasskeyKey;
import org.parley.passkey.PasskeyOptions;
import org.parley.passkey.PasskeyVerifier;
import org.parley.passkey.RelyingParty;
import org.parley.store.people.Account;
import org.parley.store.people.Accounts;
import org.parley.store.people.Passkey;
import org.parley.store.people.PasskeyChallenges;
import org.parley.store.people.PasskeyChallenges.OpenChallenge;
import org.parley.store.people.PasskeyChallenges.Purpose;
import org.parley.store.people.Passkeys;
import org.parley.web.access.Authenticator.Caller;
import org.parley.web.access.SignInSteps.NextStep;
import org.parley.web.view.Address;

/// Passkeys: the first step of a sign-in or the second, and added to an account.
///
/// Each challenge is bound to a secret in a cookie: one of its own, that of the step after the
/// password, or the session. An answer uses it up, whether right or wrong.
public final class PasskeySteps {

  private final AccountAuthenticator authenticator;
  private final SignInSteps steps;
  private final Accounts identities;
  private final Passkeys passkeys;
  private final Throttle throttle;

  PasskeySteps(
      AccountAuthenticator authenticator,
      SignInSteps steps,
      Accounts identities,
      Throttle throttle) {
    this.authenticator = authenticator;
    this.steps = steps;
    this.identities = identities;
    this.passkeys = identities.passkeys();
    this.throttle = throttle;
  }

  /// The outcome of a sign-in with a passkey.
  ///
  /// @param waitSeconds how long to wait after too many wrong answers; 0 for not at all
  /// @param fault why it was refused; null if it was not, or somebody has to wait
  /// @param account who signed in; empty for nobody
  public record PasskeyOutcome(long waitSeconds, @Nullable PasskeyFault fault, String account) {}

  /// The outcome of adding a passkey.
  ///
  /// @param fault why it was refused; null if it was added
  /// @param codes new recovery codes, if it is the first factor
  public record AddedPasskey(@Nullable PasskeyFault fault, List<String> codes) {
    public AddedPasskey {
      codes = List.copyOf(codes);
    }
  }

  /// The server as passkeys know it, where the browser of a request sees it at that origin; empty
  /// where there are no passkeys.
  public Optional<RelyingParty> server(Context ctx) {
    String origin = RequestGuard.origin(ctx);
    return authenticator.relyingParty().filter(each -> each.isAt(origin));
  }

  private String cookie() {
    return authenticator.cookie() + "-passkey";
  }

  private PasskeyChallenges challenges() {
    return passkeys.challenges();
  }

  /// The question to any passkey for this server, to sign in without a name.
  public PasskeyOptions.Request askAnybody(Context ctx, RelyingParty server) {
    String attempt = PasskeyChallenges.attempt();
    authenticator.set(ctx, cookie(), attempt, PasskeyChallenges.PATIENCE);
    String challenge = challenges().make(attempt, Purpose.FIRST, null, authenticator.now());
    return PasskeyOptions.request(server, challenge, List.of());
  }

  /// The question to the passkeys of the account whose password was right; empty if nobody waits,
  /// or there are none.
  public Optional<PasskeyOptions.Request> askSecond(Context ctx, RelyingParty server) {
    return steps
        .waiting(ctx, NextStep.CODE)
        .filter(account -> hasAny(account, server))
        .map(
            account ->
                PasskeyOptions.request(
                    server,
                    challenges()
                        .make(steps.secret(ctx), Purpose.SECOND, account, authenticator.now()),
                    keys(account, server)));
  }

  /// Whether an account has a passkey for this server.
  public boolean hasAny(String account, RelyingParty server) {
    return !keys(account, server).isEmpty();
  }

  private List<PasskeyKey> keys(String account, RelyingParty server) {
    return passkeys.list(account).stream()
        .filter(each -> each.server().equals(server.id()))
        .map(Passkey::key)
        .toList();
  }

  /// The question to a device that a signed-in account adds, once its password was right.
  public PasskeyOptions.Creation askToAdd(Caller caller, String account, RelyingParty server) {
    return askToAdd(caller.session(), account, server);
  }

  /// The question to a device of an account that must set up a factor at sign-in; empty if nobody
  /// waits for that.
  public Optional<PasskeyOptions.Creation> askToEnrol(Context ctx, RelyingParty server) {
    return steps
        .waiting(ctx, NextStep.ENROLMENT)
        .map(account -> askToAdd(steps.secret(ctx), account, server));
  }

  private PasskeyOptions.Creation askToAdd(String attempt, String account, RelyingParty server) {
    String handle = passkeys.handle(account);
    String challenge = challenges().make(attempt, Purpose.ADD, account, authenticator.now());
    return PasskeyOptions.create(server, challenge, handle, account, keys(account, server));
  }

  /// Signs in with a passkey alone. Failures are counted by place, as wrong passwords are.
  public PasskeyOutcome signIn(Context ctx, RelyingParty server, String sent) {
    Instant now = authenticator.now();
    List<Throttle.Key> keys = List.of(authenticator.place(ctx));
    long wait = throttle.begin(keys, now);
    if (wait > 0) {
      authenticator.noteSignIn("", Address.SIGN_IN_PASSKEY, 429);
      return new PasskeyOutcome(wait, null, "");
    }
    String attempt = Objects.requireNonNullElse(ctx.cookie(cookie()), "");
    authenticator.set(ctx, cookie(), "", Duration.ZERO);
    try {
      String challenge = use(attempt, Purpose.FIRST).challenge();
      PasskeyAnswer answer = PasskeyAnswer.read(sent);
      Account account = verify(server, challenge, answer, null);
      throttle.succeeded(keys, now);
      authenticator.complete(ctx, account.name());
      authenticator.noteSignIn(account.name(), Address.SIGN_IN_PASSKEY, 303);
      return new PasskeyOutcome(0, null, account.name());
    } catch (PasskeyException e) {
      authenticator.noteSignIn("", Address.SIGN_IN_PASSKEY, 401);
      return new PasskeyOutcome(0, e.fault(), "");
    }
  }

  /// Signs in with a passkey after the right password. Failures are counted with wrong codes.
  public PasskeyOutcome signInSecond(Context ctx, RelyingParty server, String sent) {
    Account account = steps.waiting(ctx, NextStep.CODE).flatMap(identities::find).orElse(null);
    if (account == null) {
      return new PasskeyOutcome(0, PasskeyFault.TOO_LATE, "");
    }
    Instant now = authenticator.now();
    List<Throttle.Key> keys = List.of(new Throttle.Key(Throttle.Kind.CODE, account.name()));
    long wait = throttle.begin(keys, now);
    if (wait > 0) {
      authenticator.noteSignIn(account.name(), Address.SIGN_IN_PASSKEY, 429);
      return new PasskeyOutcome(wait, null, "");
    }
    try {
      OpenChallenge open = use(steps.secret(ctx), Purpose.SECOND);
      verify(server, open.challenge(), PasskeyAnswer.read(sent), account);
      throttle.succeeded(keys, now);
      steps.finish(ctx, account.name());
      authenticator.noteSignIn(account.name(), Address.SIGN_IN_PASSKEY, 303);
      return new PasskeyOutcome(0, null, account.name());
    } catch (PasskeyException e) {
      authenticator.noteSignIn(account.name(), Address.SIGN_IN_PASSKEY, 401);
      return new PasskeyOutcome(0, e.fault(), "");
    }
  }

  private OpenChallenge use(String attempt, Purpose purpose) throws PasskeyException {
    return challenges()
        .use(attempt, purpose, authenticator.now())
        .orElseThrow(() -> new PasskeyException(PasskeyFault.TOO_LATE));
  }

  /// The account whose passkey answered.
  ///
  /// @param expected the account whose password was right; null if the passkey says who it is
  private Account verify(
      RelyingParty server, String challenge, PasskeyAnswer answer, @Nullable Account expected)
      throws PasskeyException {
    Passkey passkey =
        passkeys
            .find(answer.credential())
            .filter(each -> expected == null || each.account().equals(expected.name()))
            .orElseThrow(() -> new PasskeyException(PasskeyFault.UNKNOWN));
    Account account =
        identities
            .find(passkey.account())
            .orElseThrow(() -> new PasskeyException(PasskeyFault.UNKNOWN));
    try {
      verify(server, challenge, answer, passkey, expected == null);
    } catch (PasskeyException e) {
      authenticator.noteDoneBy(
          account, "was refused with the passkey “" + passkey.name() + "”: " + word(e.fault()));
      throw e;
    }
    authenticator.noteDoneBy(account, "signed in with the passkey “" + passkey.name() + "”");
    return account;
  }

  private void verify(
      RelyingParty server, String challenge, PasskeyAnswer answer, Passkey passkey, boolean isAlone)
      throws PasskeyException {
    if (isAlone && !authenticator.letsPasswordIn(passkey.account())) {
      throw new PasskeyException(PasskeyFault.ELSEWHERE);
    }
    String handle = answer.handle();
    if ((isAlone || handle != null) && !passkeys.isHandle(passkey.account(), handle)) {
      throw new PasskeyException(PasskeyFault.UNKNOWN);
    }
    Instant now = authenticator.now();
    try {
      long counter = PasskeyVerifier.verify(server, challenge, passkey.key(), answer);
      if (!passkeys.use(passkey, counter, now)) {
        throw new PasskeyException(PasskeyFault.COUNTER);
      }
    } catch (PasskeyException e) {
      if (e.fault() == PasskeyFault.COUNTER) {
        passkeys.noteCopy(passkey, now);
      }
      throw e;
    }
  }

  private static String word(PasskeyFault fault) {
    return fault.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /// Adds a passkey to the account that is signed in. Its other sessions end.
  ///
  /// @param name as its owner names it; empty for its device
  public AddedPasskey add(
      Context ctx, Caller caller, Account account, RelyingParty server, String name, String sent) {
    return add(ctx, caller.session(), caller.session(), account, server, name, sent);
  }

  /// Adds the first passkey of an account that must have a factor, and signs it in.
  public AddedPasskey enrol(Context ctx, RelyingParty server, String name, String sent) {
    Account account = steps.waiting(ctx, NextStep.ENROLMENT).flatMap(identities::find).orElse(null);
    if (account == null) {
      return new AddedPasskey(PasskeyFault.TOO_LATE, List.of());
    }
    AddedPasskey added = add(ctx, steps.secret(ctx), null, account, server, name, sent);
    boolean isAdded = added.fault == null;
    authenticator.noteSignIn(account.name(), Address.SIGN_IN_ENROL, isAdded ? 200 : 401);
    if (isAdded) {
      steps.finish(ctx, account.name());
    }
    return added;
  }

  private AddedPasskey add(
      Context ctx,
      String attempt,
      @Nullable String session,
      Account account,
      RelyingParty server,
      String name,
      String sent) {
    try {
      OpenChallenge open = use(attempt, Purpose.ADD);
      if (!account.name().equals(open.account())) {
        throw new PasskeyException(PasskeyFault.TOO_LATE);
      }
      PasskeyKey key = PasskeyVerifier.register(server, open.challenge(), PasskeyAnswer.read(sent));
      String device = DeviceName.of(ctx.header("User-Agent"));
      List<String> codes =
          passkeys
              .add(
                  SignInSteps.by(account),
                  account.name(),
                  key,
                  server.id(),
                  named(name, device),
                  device,
                  session,
                  authenticator.now())
              .orElseThrow(() -> new PasskeyException(PasskeyFault.TAKEN));
      return new AddedPasskey(null, codes);
    } catch (PasskeyException e) {
      authenticator.noteDoneBy(account, "was refused a new passkey: " + word(e.fault()));
      return new AddedPasskey(e.fault(), List.of());
    }
  }

  private static String named(String name, String device) {
    String typed = name.strip().replaceAll("\\p{Cntrl}", " ");
    String chosen = typed.isEmpty() ? device.isEmpty() ? "1" : device : typed;
    return chosen.substring(0, Math.min(chosen.length(), Passkey.NAME_LENGTH));
  }
}
