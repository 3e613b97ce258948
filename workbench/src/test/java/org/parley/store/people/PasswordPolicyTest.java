package org.parley.store.people;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private static final List<String> AROUND = List.of("olena.k", "The river treaty");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "Password1234",
        "PASSWORD!!!!",
        "P@ssw0rd1234",
        "p4ssw0rd!2025",
        "passwordpassword",
        "qwertyuiop12",
        "qwerty123456",
        "123456789012",
        "aaaaaaaaaaaa",
        "abcdefghijkl",
        "1q2w3e4r5t6y",
        "zaq12wsxcde3",
        "letmein12345",
        "iloveyou2025",
        "welcome-2025!",
        "Summer2025!!",
        "admin.admin.1",
        "parleyparley",
        "Parley-2025-1",
        "olena1234567",
        "river2025river",
        "RiverTreaty1!",
        "пароль123456",
        "йцукенгшщзхъ",
        "monkeydragon7",
      })
  void whatGuessersTryFirstIsRefused(String password) {
    assertEquals(
        Optional.of(PasswordFault.Plain.GUESSABLE_PASSWORD), PasswordPolicy.find(password, AROUND));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "another battery horse",
        "a password by another name",
        "vellum harbour nine oaks",
        "kR7#vq9!Lm2xZ",
        "the river runs uphill",
        "password of the heron",
        "четыре слова подряд",
      })
  void whatIsMoreThanThatIsTaken(String password) {
    assertEquals(Optional.empty(), PasswordPolicy.find(password, AROUND));
  }

  @Test
  void lengthsAreBounded() {
    Optional<PasswordFault> length = Optional.of(new PasswordFault.PasswordLength(12, 128));
    assertEquals(length, PasswordPolicy.find("kR7#vq9!", List.of()));
    assertEquals(length, PasswordPolicy.find("kR7vqLm2".repeat(16) + "x", List.of()));
    assertEquals(length, PasswordPolicy.find("kR7#      vq9!", List.of()));
    assertEquals(Optional.empty(), PasswordPolicy.find("kR7vqLm2".repeat(16), List.of()));
  }
}
