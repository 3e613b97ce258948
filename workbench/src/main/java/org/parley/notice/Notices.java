package org.parley.notice;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalWriteException;
import org.parley.store.notices.Cadence;
import org.parley.store.notices.Notice;
import org.parley.store.notices.NoticeSetting;
import org.parley.store.notices.NoticeSettings;
import org.parley.store.notices.Outbox;
import org.parley.wording.Language;

/// Looks for things that wait, and tells those who asked for it, on a thread of its own.
public final class Notices implements NoticeStatus, AutoCloseable {

  /// The things that wait, by their digests. None depends on sealed words.
  public interface Things {

    /// For an account; none if it has no role in which something waits.
    List<String> of(String account);

    /// For everyone at the table, as all delegations know it.
    List<String> ofTable();

    /// The language of an account.
    Language language(String account);
  }

  /// The most notices sent before it looks again.
  private static final int MOST_AT_ONCE = 50;

  /// The most attempts at servers that cannot be reached before it looks again.
  private static final int MOST_AWAY = 3;

  private static final long LOOK_SECONDS = 10;

  /// How soon a server that takes over begins.
  private static final long TURN_SECONDS = 1;

  private static final long CLOSE_MILLIS = 3_000;

  private final Outbox outbox;
  private final NoticeSettings settings;
  private final Things things;
  private final NoticePlan plan;
  private final URI server;
  private final InstantSource clock;
  private final Consumer<String> log;
  private final @Nullable SmtpSender mail;
  private final @Nullable WebhookSender hook;
  private final CountDownLatch closed = new CountDownLatch(1);
  private @Nullable Thread thread;
  private volatile String trouble = "";
  private volatile BooleanSupplier turn = () -> true;

  /// @param server the address that notices name, with a slash at the end
  /// @param log takes a line when notices stop or begin again
  public Notices(
      Outbox outbox,
      NoticeSettings settings,
      Things things,
      NoticePlan plan,
      URI server,
      InstantSource clock,
      Consumer<String> log) {
    this.outbox = outbox;
    this.settings = settings;
    this.things = things;
    this.plan = plan;
    this.server = server;
    this.clock = clock;
    this.log = log;
    MailServer mailServer = plan.mail();
    Webhook webhook = plan.webhook();
    mail = mailServer == null ? null : new SmtpSender(mailServer);
    hook = webhook == null ? null : new WebhookSender(webhook);
  }

  /// Has it look only while a condition holds: of several servers, one sends.
  public void onlyWhile(BooleanSupplier condition) {
    turn = condition;
  }

  /// Begins to look, now and every ten seconds, or within a second of its turn.
  public synchronized void begin() {
    thread = Thread.ofPlatform().name("notices").daemon().start(this::run);
  }

  private void run() {
    try {
      boolean isMine;
      do {
        isMine = turn.getAsBoolean();
        if (isMine) {
          turn();
        }
      } while (!closed.await(isMine ? LOOK_SECONDS : TURN_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks once, and sends what is due.
  public void turn() {
    try {
      outbox.tidy(clock.instant(), "the server was stopped while it was sent");
      offer();
      send();
      tell("");
    } catch (JournalAwayException | JournalWriteException e) {
      tell("the database does not take them (" + e.getMessage() + ")");
    } catch (RuntimeException e) {
      // whatever it is: the next look comes in ten seconds. Its message may quote a record
      tell("something is broken (" + e.getClass().getSimpleName() + ")");
    }
  }

  private void tell(String reason) {
    if (!reason.equals(trouble)) {
      trouble = reason;
      log.accept(
          reason.isEmpty()
              ? "Notices are sent again."
              : "Notices are not sent: " + reason + ". Maybe see whether the disk is full.");
    }
  }

  private void offer() {
    if (mail != null) {
      for (NoticeSetting each : settings.list()) {
        outbox.offer(each.account(), things.of(each.account()), clock.instant());
      }
    }
    if (hook != null) {
      outbox.offer(null, things.ofTable(), clock.instant());
    }
  }

  private void send() {
    int away = 0;
    for (int sent = 0; sent < MOST_AT_ONCE && away < MOST_AWAY && closed.getCount() > 0; sent++) {
      Notice next = outbox.claim(clock.instant()).orElse(null);
      if (next == null) {
        return;
      }
      away += isAway(next, deliver(next)) ? 1 : 0;
    }
  }

  private Delivery deliver(Notice notice) {
    String account = notice.account();
    if (account == null) {
      return hook == null
          ? new Delivery.Later("no webhook is named", false)
          : hook.send(notice.id(), clock.instant(), server);
    }
    if (isUnwanted(account)) {
      return new Delivery.Done();
    }
    if (mail == null) {
      return new Delivery.Later("no mail server is named", false);
    }
    Optional<MailAddress> to = MailAddress.find(notice.address());
    return to.isEmpty()
        ? new Delivery.Refused("the address is no mail address")
        : mail.send(
            to.get(), notice.id(), notice.made(), NoticeText.of(things.language(account), server));
  }

  private boolean isUnwanted(String account) {
    return settings.find(account).filter(each -> each.cadence() != Cadence.NEVER).isEmpty();
  }

  /// Notes what became of a notice; returns whether the other side cannot be reached.
  private boolean isAway(Notice notice, Delivery delivery) {
    switch (delivery) {
      case Delivery.Done _ -> outbox.done(notice);
      case Delivery.Refused(String why) -> outbox.failed(notice, why);
      case Delivery.Unknown(String why) -> outbox.uncertain(notice, why, clock.instant());
      case Delivery.Later(String why, boolean isAway) -> {
        outbox.retry(notice, why, clock.instant());
        return isAway;
      }
    }
    return false;
  }

  @Override
  public String mail() {
    return plan.mail() == null ? "" : plan.mail().toString();
  }

  @Override
  public String webhook() {
    return plan.webhook() == null ? "" : plan.webhook().toString();
  }

  @Override
  public LinkMailer links() {
    return LinkMailer.of(plan.mail(), server);
  }

  @Override
  public String trouble() {
    return trouble;
  }

  /// Stops looking. A notice that is being sent has a moment to end.
  @Override
  public synchronized void close() {
    closed.countDown();
    Thread looking = thread;
    if (looking != null) {
      try {
        looking.join(CLOSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (hook != null && (looking == null || !looking.isAlive())) {
      hook.close();
    }
  }
}
