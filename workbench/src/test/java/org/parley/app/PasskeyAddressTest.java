package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.cli.team.ServerPlan;
import org.parley.cli.team.SignInPlan;
import org.parley.passkey.RelyingParty;
import org.parley.store.DatabaseAddress;
import org.parley.store.people.Accounts;

/// The address that passkeys are made for, as docs/how-to/serve-a-team.md has it.
@NullMarked
class PasskeyAddressTest {

  private static ServerPlan plan(List<String> names, boolean behindProxy) {
    return TestPlan.of(
        DatabaseAddress.ofFile(Path.of("team")),
        null,
        TestPlan.listening(7171, "/river", names, behindProxy));
  }

  private static Optional<String> origin(ServerPlan plan) {
    return TeamServer.relyingParty(plan).map(RelyingParty::origin);
  }

  @Test
  void itIsThatOfTheFirstNameOverTls() {
    List<String> names = List.of("parley.example.org", "parley.example");
    assertEquals(Optional.of("https://parley.example.org"), origin(plan(names, true)));
    assertEquals(Optional.empty(), origin(plan(names, false)), "no TLS");
    assertEquals(Optional.empty(), origin(plan(List.of(), false)), "an IP address");
    assertEquals(Optional.of("http://localhost:7171"), origin(plan(List.of("localhost"), false)));
  }

  @Test
  void itIsTheOneThatIsNamed() {
    URI named = URI.create("https://parley.example.org:8443");
    SignInPlan asked = new SignInPlan(Set.of(), null, Accounts.IDLE, null, named);
    ServerPlan plan = TestPlan.with(plan(List.of("parley.example.org"), true), asked);
    assertEquals(Optional.of(named.toString()), origin(plan));
  }
}
