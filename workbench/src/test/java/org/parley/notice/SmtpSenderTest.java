package org.parley.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.wording.Language;

/// Real SMTP conversations on this machine.
@NullMarked
class SmtpSenderTest {

  private static final MailAddress FROM = new MailAddress("parley@example.org");
  private static final MailAddress TO = new MailAddress("al@aland.example");
  private static final URI SERVER = URI.create("https://parley.example.org/river/");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private SmallSmtpServer server;

  @BeforeEach
  void start() throws IOException {
    server = new SmallSmtpServer();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private MailServer named(@Nullable String user) {
    return new MailServer(
        "127.0.0.1",
        server.port(),
        MailServer.Security.NONE,
        user,
        user == null ? "" : "correct horse",
        FROM);
  }

  private Delivery send(Language language) {
    return new SmtpSender(named(null)).send(TO, "n-1", NOON, NoticeText.of(language, SERVER));
  }

  private static List<String> headers(String text) {
    return text.substring(0, text.indexOf("\r\n\r\n")).lines().toList();
  }

  @Test
  void theMailSaysThatSomethingWaitsAndNothingElse() {
    assertEquals(new Delivery.Done(), send(Language.ENGLISH));
    SmallSmtpServer.Taken taken = server.taken().getFirst();
    assertEquals("MAIL FROM:<parley@example.org>", taken.from());
    assertEquals(List.of("RCPT TO:<al@aland.example>"), taken.to());
    assertEquals(
        String.join(
            "\r\n",
            "Something waits for you at https://parley.example.org/river/",
            "Maybe you have dealt with it already.",
            "",
            "How often you get this, or never: https://parley.example.org/river/notices",
            ""),
        taken.text().substring(taken.text().indexOf("\r\n\r\n") + 4));
    List<String> names =
        headers(taken.text()).stream().map(each -> each.split(":")[0]).sorted().toList();
    assertEquals(
        List.of(
            "Auto-Submitted",
            "Content-Transfer-Encoding",
            "Content-Type",
            "Date",
            "From",
            "List-Unsubscribe",
            "MIME-Version",
            "Message-ID",
            "Subject",
            "To"),
        names);
    assertTrue(taken.text().contains("Message-ID: <n-1@example.org>"), taken.text());
    assertTrue(taken.text().contains("Content-Type: text/plain; charset=UTF-8"), taken.text());
  }

  @Test
  void theMailOfALinkTellsTheLinkAndNothingElse() {
    LinkMailer mailer = LinkMailer.of(named(null), SERVER);
    assertTrue(mailer.sends());
    Instant until = NOON.plusSeconds(259_200);
    assertEquals(new Delivery.Done(), mailer.send(TO, "password/told-once", until, NOON));
    String text = server.taken().getFirst().text();
    assertEquals(
        String.join(
            "\r\n",
            "With this link you choose your password. It opens once, until 4 March 2026, 12:00 UTC:",
            "",
            "https://parley.example.org/river/password/told-once",
            "",
            "If you did not expect it, leave it unopened.",
            ""),
        text.substring(text.indexOf("\r\n\r\n") + 4));
    assertTrue(headers(text).stream().noneMatch(each -> each.startsWith("List-Unsubscribe")), text);
    assertInstanceOf(
        Delivery.Later.class, LinkMailer.NONE.send(TO, "password/told-once", until, NOON));
  }

  /// The same notice has the same bytes whenever it is sent, and nothing of this machine.
  @ParameterizedTest
  @EnumSource(Language.class)
  void theSameNoticeHasTheSameBytes(Language language) {
    send(language);
    send(language);
    assertEquals(2, server.taken().size());
    assertEquals(server.taken().getFirst(), server.taken().getLast());
  }

  @Test
  void frenchReadersReadFrench() {
    send(Language.FRENCH);
    assertTrue(
        server.taken().getFirst().text().contains("Subject: Quelque chose vous attend"),
        server.taken().toString());
  }

  @Test
  void itSignsInWhereAUserIsNamed() {
    new SmtpSender(named("parley")).send(TO, "n-1", NOON, NoticeText.of(Language.ENGLISH, SERVER));
    assertTrue(server.said().stream().anyMatch(each -> each.startsWith("AUTH PLAIN")));
    server.answer("AUTH", "535 5.7.8 no");
    assertInstanceOf(
        Delivery.Later.class,
        new SmtpSender(named("parley"))
            .send(TO, "n-2", NOON, NoticeText.of(Language.ENGLISH, SERVER)));
  }

  /// A reply is certain; a connection that ends before the last reply is not.
  @ParameterizedTest
  @CsvSource({
    "GREETING, 554 no service, Later",
    "GREETING, HANGUP, Later",
    "MAIL, 451 4.3.0 later, Later",
    "MAIL, 550 5.7.1 no, Refused",
    "RCPT, 450 4.2.1 greylisted, Later",
    "RCPT, 550 5.1.1 no such user, Refused",
    "DATA, 452 4.3.1 full, Later",
    "END, 552 5.3.4 too big, Refused",
    "END, 451 4.3.0 later, Later",
    "END, HANGUP, Unknown",
  })
  void everyAnswerHasAnOutcome(String command, String line, String outcome) {
    server.answer(command, line);
    Delivery delivery = send(Language.ENGLISH);
    assertEquals(outcome, delivery.getClass().getSimpleName(), delivery.toString());
  }

  @Test
  void aServerThatIsAwayIsTriedLater() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    MailServer away = new MailServer("127.0.0.1", free, MailServer.Security.NONE, null, "", FROM);
    Delivery.Later later =
        assertInstanceOf(
            Delivery.Later.class,
            new SmtpSender(away).send(TO, "n-1", NOON, NoticeText.of(Language.ENGLISH, SERVER)));
    assertTrue(later.isAway());
  }

  /// STARTTLS is required where it is named: a server without it gets neither password nor mail.
  @Test
  void nothingGoesInPlainWhereTlsIsNamed() {
    MailServer plain =
        new MailServer(
            "127.0.0.1", server.port(), MailServer.Security.STARTTLS, "parley", "secret", FROM);
    assertInstanceOf(
        Delivery.Later.class,
        new SmtpSender(plain).send(TO, "n-1", NOON, NoticeText.of(Language.ENGLISH, SERVER)));
    assertEquals(List.of(), server.taken());
    assertTrue(server.said().stream().noneMatch(each -> each.startsWith("AUTH")));
  }

  /// What another server says ends up in a list for administrators: one line, and short.
  @Test
  void aLongReplyIsCut() {
    server.answer("MAIL", "550 " + "x".repeat(2_000));
    Delivery.Refused refused = assertInstanceOf(Delivery.Refused.class, send(Language.ENGLISH));
    assertTrue(refused.why().length() <= 200 && !refused.why().contains("\n"), refused.why());
  }
}
