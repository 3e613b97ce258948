package org.parley.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Real calls on this machine.
@NullMarked
class WebhookSenderTest {

  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final URI SERVER = URI.create("https://parley.example.org/");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private SmallHookReceiver receiver;

  @BeforeEach
  void start() throws Exception {
    receiver = new SmallHookReceiver();
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  private Delivery call() {
    Webhook hook = Webhook.of(receiver.address() + "parley", SECRET);
    try (WebhookSender sender = new WebhookSender(hook)) {
      return sender.send("n-1", NOON, SERVER);
    }
  }

  @Test
  void aCallIsSigned() {
    assertEquals(new Delivery.Done(), call());
    SmallHookReceiver.Call call = receiver.calls().getFirst();
    assertEquals("POST", call.method());
    assertEquals("/parley", call.path());
    assertEquals("n-1", call.notice());
    assertEquals("{\"waiting\":true,\"server\":\"https://parley.example.org/\"}", call.body());
    assertEquals(
        Webhook.of(receiver.address(), SECRET).signature(NOON, call.body()), call.signature());
  }

  @ParameterizedTest
  @CsvSource({
    "200, Done", "204, Done", "301, Refused", "302, Refused", "307, Refused", "308, Refused",
    "400, Refused", "401, Refused", "410, Refused", "408, Later", "429, Later", "500, Later",
    "503, Later"
  })
  void everyStatusHasAnOutcome(int status, String outcome) {
    receiver.answer(status);
    assertEquals(outcome, call().getClass().getSimpleName());
    assertEquals(1, receiver.calls().size(), "redirects are not followed");
  }

  @Test
  void aReceiverThatIsAwayIsTriedLater() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    try (WebhookSender sender =
        new WebhookSender(Webhook.of("http://127.0.0.1:" + free + "/", SECRET))) {
      assertEquals(
          new Delivery.Later("the webhook cannot be reached", true),
          sender.send("n-1", NOON, SERVER));
    }
  }
}
