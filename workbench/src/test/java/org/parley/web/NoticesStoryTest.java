package org.parley.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.Eventually;
import org.parley.notice.MailAddress;
import org.parley.notice.MailServer;
import org.parley.notice.NoticePlan;
import org.parley.notice.Notices;
import org.parley.notice.SmallHookReceiver;
import org.parley.notice.SmallSmtpServer;
import org.parley.notice.Webhook;
import org.parley.store.JournalAwayException;
import org.parley.store.JournalWriteException;
import org.parley.store.SimulatedDisk;
import org.parley.store.notices.Outbox;
import org.parley.store.notices.Undelivered;
import org.parley.web.access.AccountAuthenticator;
import org.parley.web.people.NoticedThings;
import org.parley.web.service.JournalCaseService;
import org.parley.wording.Language;

/// Delegations ask to be told; a real mail server and a real webhook are told, and learn nothing.
@NullMarked
class NoticesStoryTest {

  private static final URI SERVER = URI.create("https://parley.example.org/");
  private static final String SECRET = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;
  private Team team;
  private SmallSmtpServer mail;
  private SmallHookReceiver hook;
  private Team.Client ann;
  private Team.Client al;
  private Instant now = Team.NOON;
  private final List<String> log = new ArrayList<>();
  private int made;

  @BeforeEach
  void start() throws Exception {
    team = team(folder.resolve("journal").toString());
    mail = new SmallSmtpServer();
    hook = new SmallHookReceiver();
    ann = team.inSession("ann");
    al = team.inSession("al");
  }

  private static Team team(String address) throws Exception {
    Team team =
        new Team(
            address,
            Team.caseOf(RoundsStoryTest.CASE),
            new AccountAuthenticator.Setting(Set.of(), false, false, true));
    team.account("ann", "mediator", null);
    team.account("al", "delegation", "AA");
    team.account("bo", "delegation", "BB");
    team.account("ob", "observer", null);
    return team;
  }

  @AfterEach
  void stop() throws Exception {
    mail.close();
    hook.close();
    team.close();
  }

  private Notices notices(Team of, boolean byMail, boolean byHook) {
    return new Notices(
        Outbox.of(of.journal.database(), () -> "n-" + ++made),
        of.people.notices(),
        new NoticedThings(new JournalCaseService(of.journal, Team.CLOCK), of.people, Team.CLOCK),
        new NoticePlan(
            byMail
                ? new MailServer(
                    "127.0.0.1",
                    mail.port(),
                    MailServer.Security.NONE,
                    null,
                    "",
                    new MailAddress("parley@example.org"))
                : null,
            byHook ? Webhook.of(hook.address(), SECRET) : null),
        SERVER,
        () -> now,
        log::add);
  }

  /// Looks once, as a server that was just started.
  private void turn(boolean byMail, boolean byHook) {
    try (Notices notices = notices(team, byMail, byHook)) {
      notices.turn();
    }
  }

  private void later(Duration time) {
    now = now.plus(time);
  }

  private static HttpResponse<String> choose(Team.Client client, String address, String cadence) {
    return client.form("/notices", Map.of("address", address, "cadence", cadence));
  }

  private static void table(Team.Client client, String id) {
    HttpResponse<String> tabled =
        client.json(
            "POST",
            "/api/records/tabledPackages",
            "{\"record\":{\"id\":\""
                + id
                + "\",\"round\":\"r2\",\"title\":\"Secret title\",\"version\":1,"
                + "\"tabled\":\"2025-12-28T11:30Z\","
                + "\"provisions\":[{\"point\":\"p1\",\"option\":\"p1-turns\"}],"
                + "\"visibility\":\"delegations\"}}");
    assertEquals(201, tabled.statusCode(), tabled.body());
  }

  @Test
  void nobodyIsToldUnlessTheyAsk() {
    turn(true, false);
    assertEquals(List.of(), mail.taken());
  }

  @Test
  void aDelegationAsksAndIsToldOnceOfEachThing() {
    assertEquals(303, choose(al, "al@aland.example", "at-once").statusCode());
    turn(true, false);
    assertEquals(1, mail.taken().size());
    String text = mail.taken().getFirst().text();
    assertTrue(text.contains("To: al@aland.example"), text);
    assertTrue(text.contains("Something waits for you at https://parley.example.org/"), text);
    later(Duration.ofHours(1));
    turn(true, false);
    assertEquals(1, mail.taken().size(), "nothing new waits");
    table(ann, "k9");
    turn(true, false);
    assertEquals(2, mail.taken().size());
    assertFalse(mail.taken().getLast().text().contains("Secret title"));
  }

  @Test
  void whoTurnsItOffGetsNothing() {
    choose(al, "al@aland.example", "at-once");
    choose(al, "al@aland.example", "never");
    turn(true, false);
    assertEquals(List.of(), mail.taken());
    choose(al, "al@aland.example", "daily");
    turn(true, false);
    assertEquals(1, mail.taken().size());
    table(ann, "k9");
    later(Duration.ofHours(23));
    turn(true, false);
    assertEquals(1, mail.taken().size());
    later(Duration.ofHours(1));
    turn(true, false);
    assertEquals(2, mail.taken().size());
  }

  /// A notice that is turned off after it was made is not sent.
  @Test
  void whatIsNotWantedAnyMoreIsNotSent() {
    choose(al, "al@aland.example", "at-once");
    mail.answer("RCPT", "450 later");
    turn(true, false);
    choose(al, "", "never");
    mail.recover();
    later(Duration.ofHours(1));
    turn(true, false);
    assertEquals(List.of(), mail.taken());
    assertEquals(List.of(), team.people.undelivered());
  }

  /// Two worlds that differ in sealed words, titles, people and times of answers: the same bytes.
  @Test
  void theBytesTellNothingOfTheCase() throws Exception {
    choose(al, "al@aland.example", "at-once");
    turn(true, true);
    String one = mail.taken().toString() + hook.calls();
    String of = folder.resolve("other").toString();
    try (Team other =
        new Team(
            of,
            Team.caseOf(
                RoundsStoryTest.CASE
                    .replace("Two keys", "Another title")
                    .replace("Bland", "Elsewhere")
                    .replace("A small ceasefire", "Another case")),
            new AccountAuthenticator.Setting(Set.of(), false, false, true))) {
      other.account("al", "delegation", "AA");
      other.account("bo", "delegation", "BB");
      Team.Client second = other.inSession("al");
      choose(second, "al@aland.example", "at-once");
      RoundsStoryTest.accept(other.inSession("bo"), "r2", "k2");
      RoundsStoryTest.accept(second, "r1", "k1");
      mail.close();
      hook.close();
      mail = new SmallSmtpServer();
      hook = new SmallHookReceiver();
      made = 0;
      try (Notices notices = notices(other, true, true)) {
        notices.turn();
      }
    }
    assertEquals(one, mail.taken().toString() + hook.calls());
  }

  /// An answer, a withdrawal and a dismissal make no notice, and hold none back.
  @Test
  void sealedWordsMakeNoNotice() {
    choose(al, "al@aland.example", "at-once");
    RoundsStoryTest.accept(al, "r1", "k1");
    turn(true, true);
    assertEquals(1, mail.taken().size());
    assertEquals(1, hook.calls().size());
    later(Duration.ofHours(1));
    RoundsStoryTest.answer(al, "r1", "k1", Map.of("do", "withdraw"));
    RoundsStoryTest.accept(team.inSession("bo"), "r1", "k1");
    turn(true, true);
    assertEquals(1, mail.taken().size());
    assertEquals(1, hook.calls().size());
  }

  @Test
  void aDeadMailServerIsTriedAgainAndSeen() {
    choose(al, "al@aland.example", "at-once");
    mail.answer("GREETING", "421 closed");
    turn(true, false);
    Undelivered left = team.people.undelivered().getFirst();
    assertEquals(Undelivered.State.DUE, left.state());
    String page = Jsoup.parse(ann.get("/notices").body()).text();
    assertTrue(page.contains("is tried again"), page);
    assertTrue(ann.get("/api/notices").body().contains("\"state\":\"due\""));
    assertFalse(Jsoup.parse(al.get("/notices").body()).text().contains("is tried again"));
    assertEquals(403, al.get("/api/notices").statusCode());
    mail.recover();
    turn(true, false);
    assertEquals(List.of(), mail.taken(), "it waits a minute");
    later(Duration.ofMinutes(1));
    turn(true, false);
    assertEquals(1, mail.taken().size());
    assertEquals(List.of(), team.people.undelivered());
  }

  /// A mail server that takes connections and says nothing.
  @Test
  void pagesDoNotWaitForAMailServer() throws Exception {
    choose(al, "al@aland.example", "at-once");
    mail.answer("GREETING", "SILENCE");
    try (Notices notices = notices(team, true, false)) {
      notices.begin();
      Eventually.holds(
          "a notice is being sent",
          () ->
              team.people.undelivered().stream()
                  .anyMatch(each -> each.state() == Undelivered.State.SENDING));
      for (String page : List.of("/", "/waiting", "/rounds", "/notices", "/api/waiting")) {
        assertEquals(200, al.get(page).statusCode(), page);
      }
      RoundsStoryTest.accept(al, "r1", "k1");
      assertTrue(Jsoup.parse(ann.get("/notices").body()).text().contains("is being sent"));
      mail.close();
    }
  }

  /// As mail servers do among each other (RFC 5321, section 4.5.4.1): it is the same message, by
  /// its id.
  @Test
  void whatMayHaveArrivedIsSentAgainWithItsId() {
    choose(al, "al@aland.example", "at-once");
    mail.answer("END", "HANGUP");
    turn(true, false);
    assertEquals(1, mail.taken().size());
    mail.recover();
    later(Duration.ofMinutes(1));
    turn(true, false);
    assertEquals(2, mail.taken().size());
    assertEquals(mail.taken().getFirst(), mail.taken().getLast());
    assertTrue(mail.taken().getFirst().text().contains("Message-ID: <n-1@example.org>"));
    assertEquals(List.of(), team.people.undelivered());
  }

  /// A server that takes each and never says so gets three of them.
  @Test
  void whatMayHaveArrivedThreeTimesIsGivenUp() {
    choose(al, "al@aland.example", "at-once");
    mail.answer("END", "HANGUP");
    for (int i = 0; i < 5; i++) {
      turn(true, false);
      later(Duration.ofDays(1));
    }
    assertEquals(3, mail.taken().size());
    assertEquals(Undelivered.State.UNKNOWN, team.people.undelivered().getFirst().state());
    assertTrue(Jsoup.parse(ann.get("/notices").body()).text().contains("may have arrived"));
  }

  @Test
  void theWebhookIsCalledForWhatAllDelegationsSee() {
    turn(false, true);
    assertEquals(1, hook.calls().size());
    SmallHookReceiver.Call call = hook.calls().getFirst();
    assertEquals("{\"waiting\":true,\"server\":\"https://parley.example.org/\"}", call.body());
    later(Duration.ofHours(1));
    HttpResponse<String> item =
        ann.json(
            "POST",
            "/api/records/items",
            "{\"record\":{\"id\":\"i1\",\"text\":\"A tip\",\"arrived\":\"2025-12-28\","
                + "\"visibility\":\"mediator\"}}");
    assertEquals(201, item.statusCode(), item.body());
    turn(false, true);
    assertEquals(1, hook.calls().size(), "the inbox is the mediator's");
    table(ann, "k9");
    turn(false, true);
    assertEquals(2, hook.calls().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "al@aland.example\r\nBcc: all@example.org",
        "al@aland.example, bo@bland.example",
        "Al <al@aland.example>",
        "al",
        "<script>alert(1)</script>@example.org"
      })
  void aWrongAddressIsRefusedAndShownAgain(String address) {
    HttpResponse<String> refused = choose(al, address, "at-once");
    assertEquals(422, refused.statusCode());
    assertFalse(refused.body().contains("<script>alert"), refused.body());
    assertTrue(team.people.notices().find("al").isEmpty());
  }

  @Test
  void wrongSettingsAreRefused() {
    assertEquals(422, choose(al, "", "at-once").statusCode());
    assertEquals(422, choose(al, "al@aland.example", "hourly").statusCode());
    assertEquals(422, al.form("/notices", Map.of()).statusCode());
    assertEquals(422, choose(al, "a".repeat(900_000) + "@example.org", "daily").statusCode());
    assertEquals(403, choose(team.inSession("ob"), "ob@example.org", "daily").statusCode());
    HttpResponse<String> api =
        al.json("PUT", "/api/me/notices", "{\"address\":\"x\",\"cadence\":\"daily\"}");
    assertEquals(422, api.statusCode(), api.body());
    assertTrue(api.body().contains("not-a-mail-address"), api.body());
    assertTrue(team.people.notices().find("al").isEmpty());
  }

  @Test
  void programsOfASessionSetTheSame() {
    HttpResponse<String> set =
        al.json(
            "PUT", "/api/me/notices", "{\"address\":\"al@aland.example\",\"cadence\":\"daily\"}");
    assertEquals(200, set.statusCode(), set.body());
    assertEquals(set.body(), al.get("/api/me/notices").body());
    assertTrue(al.get("/notices").body().contains("value=\"al@aland.example\""));
    assertFalse(team.inSession("bo").get("/notices").body().contains("al@aland.example"));
  }

  @Test
  void aFullDiskIsSaidAndGoesBy() throws Exception {
    try (SimulatedDisk disk = SimulatedDisk.in(folder.resolve("disk"));
        Team full = team(disk.file("journal").toString());
        Notices notices = notices(full, true, false)) {
      choose(full.inSession("al"), "al@aland.example", "at-once");
      disk.fill();
      int offered = useUp(Outbox.of(full.journal.database(), () -> "x-" + ++made));
      notices.turn();
      assertTrue(notices.trouble().contains("does not take them"), notices.trouble());
      assertTrue(log.getLast().contains("Maybe see whether the disk is full."), log.toString());
      assertEquals(List.of(), mail.taken());
      disk.makeRoom();
      for (int i = 0; i < 20 && !notices.trouble().isEmpty(); i++) {
        notices.turn();
      }
      assertEquals("", notices.trouble(), "after " + offered);
      assertEquals("Notices are sent again.", log.getLast());
      assertEquals(1, mail.taken().size());
    }
  }

  /// Opening the file again may lay it out more tightly, which makes a little room. Where many do
  /// not fit, one may.
  private int useUp(Outbox outbox) {
    return useUp(outbox, 1, useUp(outbox, 100, 0));
  }

  private int useUp(Outbox outbox, int many, int before) {
    int offered = before;
    for (int refused = 0; refused < 5 && offered < before + 500; offered++) {
      List<String> things = new ArrayList<>();
      for (int i = 0; i < many; i++) {
        things.add(String.format(Locale.ROOT, "%064x", 100L * offered + i));
      }
      try {
        outbox.offer(null, things, now.plus(Duration.ofDays(offered)));
      } catch (JournalWriteException | JournalAwayException e) {
        refused++;
      }
    }
    return offered;
  }

  @Test
  void frenchReadersReadFrench() {
    String page = al.send(al.request("/notices").header("Accept-Language", "fr").GET()).body();
    assertTrue(page.contains("Adresse électronique"), page);
    assertTrue(page.contains("Une fois par jour au plus"), page);
    team.people.chooseLanguage("al", Language.FRENCH.tag());
    choose(al, "al@aland.example", "at-once");
    turn(true, false);
    assertTrue(mail.taken().getFirst().text().contains("Quelque chose vous attend"));
  }
}
