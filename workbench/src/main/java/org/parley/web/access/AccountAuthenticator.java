package org.parley.web.access;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.passkey.RelyingParty;
import org.parley.store.JournalWriteException;
import org.parley.store.people.AccessRecord;
import org.parley.store.people.AccessToken;
import org.parley.store.people.Account;
import org.parley.store.people.Accounts;
import org.parley.web.service.Role;
import org.parley.web.service.Visitor;
import org.parley.web.view.Address;
import org.parley.wording.Language;

/// Authentication for a team server: sign-in with sessions for people, tokens for programs, and the
/// audit of views.
public final class AccountAuthenticator implements Authenticator, AutoCloseable {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String BEARER = "Bearer ";
  private static final String FORWARDED = "X-Forwarded-For";

  /// The wrong passwords after which a device is forgotten.
  private static final int DEVICE_FAILURES = 10;

  private static final int NOTES_WAITING = 10_000;
  private static final int NOTES_AT_ONCE = 500;

  /// How long notes are collected, so that a page and its parts are one transaction.
  private static final int COLLECTED_MILLIS = 20;

  private static final Duration DROP_EVERY = Duration.ofDays(1);

  /// The network configuration of the server.
  ///
  /// @param names its host names, besides those of this machine
  /// @param tls whether it terminates TLS itself
  /// @param behindProxy whether a proxy in front of it terminates TLS and forwards client addresses
  /// @param proxies the addresses of trusted proxies; if empty, every peer is trusted as one
  /// @param open whether public records are visible without an account
  /// @param basePath the path that a proxy serves everything under: `/parley`; empty for none
  /// @param framingSites the origins of sites that may show public pictures and tables in frames
  public record Setting(
      Set<String> names,
      boolean tls,
      boolean behindProxy,
      Set<String> proxies,
      boolean open,
      String basePath,
      Set<String> framingSites) {
    public Setting {
      framingSites = Set.copyOf(framingSites);
      names = Set.copyOf(names);
      proxies = Set.copyOf(proxies);
    }

    /// Without frames.
    public Setting(
        Set<String> names,
        boolean tls,
        boolean behindProxy,
        Set<String> proxies,
        boolean open,
        String basePath) {
      this(names, tls, behindProxy, proxies, open, basePath, Set.of());
    }

    /// Where whatever connects is the proxy, if there is one.
    public Setting(Set<String> names, boolean tls, boolean behindProxy, boolean open) {
      this(names, tls, behindProxy, Set.of(), open, "");
    }

    /// Whether browsers reach it over TLS.
    boolean isSecure() {
      return tls || behindProxy;
    }
  }

  private final Accounts people;
  private final Accounts identities;
  private final Entrance entrance;
  private final Clock clock;
  private final Setting setting;
  private final Throttle throttle = new Throttle();
  private final KnownDevices devices;
  private final SignInSteps steps;
  private final PasskeySteps passkeySteps;
  private final BlockingQueue<AccessRecord> notes = new LinkedBlockingQueue<>();
  private final Semaphore arrived = new Semaphore(0);
  private final ReentrantLock writing = new ReentrantLock();
  private final List<AccessRecord> batch = new ArrayList<>();
  private final AtomicInteger unwritten = new AtomicInteger();
  private final Thread scribe;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile boolean closed;
  private volatile Supplier<Optional<FederatedSignIn>> federation = Optional::empty;
  private volatile Optional<RelyingParty> relyingParty = Optional.empty();

  public AccountAuthenticator(Accounts people, Clock clock, Setting setting) {
    this(people, clock, setting, Entrance.of(people, setting.basePath));
  }

  /// Authentication for one of several cases, or for the page that lists them.
  ///
  /// @param people the roles, tokens and audit
  /// @param entrance where people sign in, and as whom they come
  public AccountAuthenticator(Accounts people, Clock clock, Setting setting, Entrance entrance) {
    this.people = people;
    this.entrance = entrance;
    this.identities = entrance.identities();
    this.devices = new KnownDevices(identities);
    this.steps = new SignInSteps(this, identities, throttle);
    this.passkeySteps = new PasskeySteps(this, steps, identities, throttle);
    this.clock = clock;
    this.setting = setting;
    this.scribe = Thread.ofPlatform().name("audit").daemon().start(this::write);
  }

  @Override
  public Optional<Guest> admit(Context ctx) {
    String authorization = ctx.header("Authorization");
    if (authorization != null) {
      return authorization.startsWith(BEARER)
          ? entrance
              .program(authorization.substring(BEARER.length()).strip(), clock.instant())
              .map(each -> new Guest(each, "token", false))
          : Optional.empty();
    }
    String secret = ctx.cookie(cookie());
    if (secret != null && !secret.isEmpty()) {
      Optional<Guest> guest =
          identities
              .session(secret, clock.instant())
              .flatMap(entrance::visitor)
              .map(each -> new Guest(each, secret, true));
      if (guest.isPresent()) {
        return guest;
      }
    }
    return setting.open ? Optional.of(new Guest(Visitor.anyone(), ANYONE, true)) : Optional.empty();
  }

  @Override
  public Optional<Guest> admitAddress(Context ctx, String secret) {
    Instant now = clock.instant();
    if (throttle.waitSeconds(addresses(ctx), now) > 0) {
      return Optional.empty();
    }
    Optional<Guest> guest =
        people
            .feeds()
            .use(secret, now)
            .flatMap(entrance::addressed)
            .map(each -> new Guest(each, "address", false));
    if (guest.isEmpty()) {
      // only wrong ones count: services that read calendars ask for many from one place
      throttle.begin(List.of(addresses(ctx)), now);
    }
    return guest;
  }

  @Override
  public long addressWaitSeconds(Context ctx) {
    return throttle.waitSeconds(addresses(ctx), clock.instant());
  }

  private Throttle.Key addresses(Context ctx) {
    return new Throttle.Key(Throttle.Kind.ADDRESS, from(ctx));
  }

  @Override
  public String session(Context ctx) {
    String secret = ctx.cookie(cookie());
    return secret == null || secret.isEmpty() ? ANYONE : secret;
  }

  @Override
  public boolean answers() {
    return people.answers() && identities.answers();
  }

  @Override
  public boolean canNote() {
    return unwritten.get() < NOTES_WAITING;
  }

  @Override
  public Optional<String> whyNot(Context ctx) {
    String authorization = ctx.header("Authorization");
    return Optional.ofNullable(authorization)
        .filter(each -> each.startsWith(BEARER) && people.answers())
        .flatMap(each -> people.findToken(each.substring(BEARER.length()).strip()))
        .filter(each -> each.isExpired(clock.instant()))
        .map(
            each ->
                "The token "
                    + each.name()
                    + " expired on "
                    + each.expires().toString().substring(0, 10)
                    + ".");
  }

  @Override
  public boolean mayChange(Context ctx) {
    String authorization = ctx.header("Authorization");
    return authorization == null
        || !authorization.startsWith(BEARER)
        || people
            .findToken(authorization.substring(BEARER.length()).strip())
            .filter(AccessToken::readOnly)
            .isEmpty();
  }

  @Override
  public boolean isHost(Context ctx) {
    List<String> hosts = new ArrayList<>();
    ctx.req().getHeaders("Host").asIterator().forEachRemaining(hosts::add);
    if (hosts.size() != 1) {
      return false;
    }
    String lower = hosts.getFirst().toLowerCase(Locale.ROOT);
    int colon = lower.lastIndexOf(':');
    String name = colon > lower.lastIndexOf(']') ? lower.substring(0, colon) : lower;
    return setting.names.contains(name) || LOOPBACK.contains(name);
  }

  @Override
  public boolean isLocal() {
    return false;
  }

  @Override
  public boolean isSecure(Context ctx) {
    return setting.isSecure();
  }

  /// The name of the cookie of a session.
  ///
  /// Two servers under one host name have cookies of their own. `__Host-` takes no path but `/`, so
  /// the name tells them apart.
  public String cookie() {
    return (setting.isSecure() ? "__Host-parley" : "parley")
        + entrance.basePath().replace('/', '.');
  }

  private String deviceCookie() {
    return cookie() + "-device";
  }

  /// The outcome of a name and password.
  ///
  /// @param waitSeconds the seconds to wait after too many failures, -1 for a wrong password, 0 for
  ///   the right one
  /// @param next what follows the right one
  public record PasswordOutcome(long waitSeconds, SignInSteps.NextStep next) {}

  /// The steps that follow the right password.
  public SignInSteps steps() {
    return steps;
  }

  /// Passkeys, at sign-in and for one's own account.
  public PasskeySteps passkeys() {
    return passkeySteps;
  }

  /// Takes passkeys that are made for this server.
  public void acceptPasskeys(Optional<RelyingParty> server) {
    relyingParty = server;
  }

  /// The server as passkeys know it; empty where it has none.
  Optional<RelyingParty> relyingParty() {
    return relyingParty;
  }

  /// The key that failures at the place of a request are counted under.
  Throttle.Key place(Context ctx) {
    return new Throttle.Key(Throttle.Kind.PLACE, from(ctx));
  }

  /// Signs in with a name and password, as far as they go.
  public PasswordOutcome signIn(Context ctx, String name, String password) {
    Instant now = clock.instant();
    String cookie = ctx.cookie(deviceCookie());
    Optional<String> device =
        name.length() > Accounts.NAME_LENGTH ? Optional.empty() : devices.find(cookie, name, now);
    // guesses made elsewhere do not count against a device from which the owner signed in before
    List<Throttle.Key> keys =
        device
            .map(each -> List.of(new Throttle.Key(Throttle.Kind.DEVICE, each)))
            .orElseGet(() -> List.of(place(ctx), new Throttle.Key(Throttle.Kind.NAME, name)));
    long wait = check(keys, name, password);
    if (wait == 0 && !letsPasswordIn(name)) {
      wait = -1;
    }
    SignInSteps.NextStep next = SignInSteps.NextStep.NONE;
    if (wait == 0) {
      next = steps.after(ctx, name);
    } else if (device.isPresent() && throttle.count(keys.getFirst()) > DEVICE_FAILURES) {
      identities.removeDevice(device.get());
    }
    noteSignIn(name, Address.SIGN_IN, wait == 0 ? 303 : wait > 0 ? 429 : 401);
    return new PasswordOutcome(wait, next);
  }

  /// Begins the session of somebody who has shown all that is asked for, on a device known from now
  /// on.
  void complete(Context ctx, String name) {
    begin(ctx, name);
    String known = devices.after(ctx.cookie(deviceCookie()), name, clock.instant());
    set(ctx, deviceCookie(), known, Accounts.DEVICE);
  }

  /// Whether an account may sign in here, rather than by a provider alone.
  boolean letsPasswordIn(String name) {
    return federation().map(each -> each.letsPasswordIn(name)).orElse(true);
  }

  /// Lets people sign in by another service too.
  ///
  /// @param other asked with each sign-in: cases are opened before the server that lists them
  public void federate(Supplier<Optional<FederatedSignIn>> other) {
    federation = other;
  }

  /// The other service that people sign in by; empty for none.
  public Optional<FederatedSignIn> federation() {
    return federation.get();
  }

  /// Adds a sign-in by another service to the audit: of an account, or of nobody's.
  ///
  /// @param account the account; empty for none
  public void noteFederated(String account, String what, int status) {
    Visitor visitor =
        account.isEmpty()
            ? Visitor.anyone()
            : identities.find(account).flatMap(entrance::visitor).orElseGet(Visitor::anyone);
    note(visitor, AccessRecord.DID, what, status);
  }

  /// Adds an answer of another service to the audit that belongs to no sign-in.
  public void noteForeign(String address, int status) {
    note(Visitor.anyone(), "GET", address, status);
  }

  /// The account of a link to a password; empty for an invalid link, or where it may not sign in
  /// with a password.
  public Optional<Account> linked(String link) {
    return identities.links().find(link, now()).filter(each -> letsPasswordIn(each.name()));
  }

  /// Signs in somebody who has chosen their password with a link, as far as that goes.
  public SignInSteps.NextStep signInByLink(Context ctx, String name) {
    noteSignIn(name, Address.PASSWORD_LINK, 303);
    return steps.after(ctx, name);
  }

  /// Adds an attempt to sign in to the audit. A name that nobody has may be a password in the wrong
  /// field, so it is left out.
  void noteSignIn(String name, Address address, int status) {
    Visitor visitor =
        name.length() > Accounts.NAME_LENGTH
            ? Visitor.anyone()
            : identities.find(name).flatMap(entrance::visitor).orElseGet(Visitor::anyone);
    note(visitor, "POST", address.path(), status);
  }

  /// Adds to the audit that a code was sent that had been used: somebody may have read it.
  void noteRepeatedCode(Account account) {
    noteDoneBy(account, "sent a code of the second factor a second time");
  }

  /// Adds to the audit what somebody did who signs in.
  void noteDoneBy(Account account, String what) {
    entrance.visitor(account).ifPresent(each -> noteDone(each, what));
  }

  /// Verifies the own password of a signed-in user. Returns the seconds to wait after too many
  /// failures in this session, -1 for a wrong password, 0 for success.
  public long checkOwn(Caller caller, String name, String password) {
    return check(
        List.of(new Throttle.Key(Throttle.Kind.SESSION, caller.session())), name, password);
  }

  private long check(List<Throttle.Key> keys, String name, String password) {
    if (name.length() > Accounts.NAME_LENGTH || password.length() > Accounts.PASSWORD_LENGTH) {
      return -1;
    }
    long wait = throttle.begin(keys, clock.instant());
    if (wait > 0) {
      return wait;
    }
    if (identities.check(name, password.toCharArray()).isEmpty()) {
      return -1;
    }
    throttle.succeeded(keys, clock.instant());
    return 0;
  }

  /// Begins a session in place of the one the request came with.
  public void begin(Context ctx, String name) {
    String old = ctx.cookie(cookie());
    if (old != null) {
      identities.end(old);
    }
    String device = DeviceName.of(ctx.header("User-Agent"));
    set(ctx, cookie(), identities.begin(name, device, clock.instant()), Accounts.SESSION);
    identities
        .language(name)
        .flatMap(Language::find)
        .ifPresent(language -> Languages.choose(ctx, language, isSecure(ctx)));
  }

  @Override
  public void choose(Context ctx, Visitor visitor, Language language) {
    if (caller(ctx).bySession()) {
      identities.chooseLanguage(visitor.name(), language.tag());
    }
  }

  @Override
  public Caller caller(Context ctx) {
    return new Caller(
        admit(ctx)
            .filter(guest -> guest.byForm() && guest.visitor().role() != Role.PUBLIC)
            .map(Guest::session)
            .orElse(""));
  }

  @Override
  public boolean isStillIn(Guest guest) {
    Visitor visitor = guest.visitor();
    if (!guest.byForm()) {
      return people.listTokens().stream()
          .filter(each -> !each.isExpired(clock.instant()))
          .anyMatch(each -> Entrance.asRole(each.account()).filter(visitor::equals).isPresent());
    }
    return visitor.role() == Role.PUBLIC
        ? setting.open
        : identities
            .look(guest.session(), clock.instant())
            .flatMap(entrance::visitor)
            .filter(visitor::equals)
            .isPresent();
  }

  /// Everybody with an account here, as the visitor they are.
  public List<Visitor> listVisitors() {
    return entrance.identities().list().stream()
        .flatMap(each -> entrance.visitor(each).stream())
        .toList();
  }

  /// Those who may come in.
  public Accounts people() {
    return people;
  }

  /// The accounts that sign in: those of the case, or of a server of many cases.
  public Accounts identities() {
    return identities;
  }

  /// Whether people are known to the server, and the case only gives them roles.
  public boolean isShared() {
    return entrance.isShared();
  }

  /// The account of a session; empty if it has ended. Asking counts as use.
  public Optional<String> person(@Nullable String session) {
    return session == null || session.isEmpty()
        ? Optional.empty()
        : identities.session(session, clock.instant()).map(Account::name);
  }

  @Override
  public Optional<String> home() {
    return entrance.home();
  }

  @Override
  public boolean asksToSignIn(Context ctx) {
    return entrance.mayBeCase(ctx.path()) && admit(ctx).isEmpty();
  }

  @Override
  public boolean isReadOnly() {
    return entrance.isReadOnly();
  }

  /// The moment.
  public Instant now() {
    return clock.instant();
  }

  /// Ends the session of a request, and has the browser forget its pages.
  public void signOut(Context ctx) {
    ctx.header("Clear-Site-Data", "\"cache\", \"storage\"");
    String secret = ctx.cookie(cookie());
    set(ctx, cookie(), "", Duration.ZERO);
    if (secret != null) {
      identities.end(secret);
    }
  }

  void set(Context ctx, String name, String secret, Duration longest) {
    Cookie cookie = new Cookie(name, secret);
    cookie.setPath("/");
    cookie.setHttpOnly(true);
    cookie.setSecure(setting.isSecure());
    cookie.setSameSite(SameSite.STRICT);
    cookie.setMaxAge((int) longest.toSeconds());
    ctx.cookie(cookie);
  }

  /// The place of the one who asks; behind a proxy, as the proxy says it.
  private String from(Context ctx) {
    List<String> forwarded =
        setting.behindProxy ? Collections.list(ctx.req().getHeaders(FORWARDED)) : List.of();
    return ClientAddress.of(String.valueOf(ctx.req().getRemoteAddr()), forwarded, setting.proxies);
  }

  @Override
  public boolean isTooFast(Context ctx, Optional<Guest> guest) {
    String who = guest.map(each -> each.visitor().name()).orElse("") + " " + from(ctx);
    return !throttle.isWithinRate(who, System.nanoTime());
  }

  /// Only a server that shows public records to anyone has frames.
  @Override
  public List<String> framingSites() {
    return setting.open ? setting.framingSites.stream().sorted().toList() : List.of();
  }

  @Override
  public String basePath() {
    return setting.basePath;
  }

  @Override
  public void note(Context ctx, Visitor visitor) {
    note(
        visitor,
        ctx.method().name(),
        ctx.path().substring(setting.basePath.length()),
        ctx.statusCode());
  }

  @Override
  public void noteAddress(Context ctx, Visitor visitor, Route route) {
    note(visitor, ctx.method().name(), route.path(), ctx.statusCode());
  }

  /// Adds a change of accounts to the audit, in words.
  public void noteDone(Visitor visitor, String what) {
    note(visitor, AccessRecord.DID, what, 200);
  }

  private void note(Visitor visitor, String method, String address, int status) {
    AccessRecord seen =
        new AccessRecord(
            clock.instant(), visitor.name(), visitor.role().word(), method, address, status);
    unwritten.incrementAndGet();
    notes.add(seen);
    arrived.release();
  }

  /// The latest accesses and changes, after pending ones are written.
  ///
  /// @param who only of this account; null for all
  /// @param before only with a smaller number
  public List<AccessRecord> listSeen(@Nullable String who, long before, int most) {
    writeNotes(NOTES_WAITING);
    people.flush();
    return people.listSeen(who, before, most);
  }

  private void write() {
    Instant dropAt = Instant.MIN;
    while (!closed || !notes.isEmpty()) {
      try {
        if (arrived.tryAcquire(500, TimeUnit.MILLISECONDS)) {
          var _ = closing.await(COLLECTED_MILLIS, TimeUnit.MILLISECONDS);
          arrived.drainPermits();
        }
        writeNotes(NOTES_AT_ONCE);
        Instant now = clock.instant();
        if (!now.isBefore(dropAt)) {
          people.dropOld(now);
          dropAt = now.plus(DROP_EVERY);
        }
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException e) {
        // Pending records are kept until the database is back.
        if (closed || !paused()) {
          return;
        }
      }
    }
  }

  /// Writes pending records in order. After a failure they stay for the next attempt.
  private void writeNotes(int most) {
    writing.lock();
    try {
      notes.drainTo(batch, Math.max(0, most - batch.size()));
      people.note(batch, clock.instant());
      unwritten.addAndGet(-batch.size());
      batch.clear();
      if (!notes.isEmpty()) {
        arrived.release();
      }
    } finally {
      writing.unlock();
    }
  }

  private static boolean paused() {
    try {
      Thread.sleep(500);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /// Writes pending records.
  @Override
  public void close() {
    closed = true;
    closing.countDown();
    arrived.release();
    try {
      scribe.join(TimeUnit.SECONDS.toMillis(5));
      people.flush();
    } catch (JournalWriteException e) {
      // Counts of repeated accesses are lost; the first access is stored.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
