package org.parley.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.oidc.RoleTable.GivenRole;

/// Groups give roles by the first row that fits.
@NullMarked
class RoleTableTest {

  @Test
  void theFirstRowThatFitsDecides() {
    RoleTable table =
        RoleTable.of(
            List.of("mediator=/talks/lead", "delegation:UA=/talks/ua=1", "observer=everyone"),
            false);
    assertEquals(
        Optional.of(new GivenRole("delegation", "UA")),
        table.find(null, Set.of("everyone", "/talks/ua=1")));
    assertEquals(
        Optional.of(new GivenRole("mediator", null)),
        table.find(null, Set.of("everyone", "/talks/ua=1", "/talks/lead")));
    assertEquals(Optional.empty(), table.find(null, Set.of("Everyone", "/talks/ua")));
    assertEquals(Optional.empty(), table.find(null, Set.of()));
  }

  @Test
  void eachCaseHasRowsOfItsOwn() {
    RoleTable table =
        RoleTable.of(
            List.of("administrator=it", "mediator@river=lead", "observer@coast=lead"), true);
    assertEquals(Set.of("river", "coast"), table.cases());
    assertEquals(
        Optional.of(new GivenRole("observer", null)), table.find("coast", Set.of("lead", "it")));
    assertEquals(Optional.empty(), table.find("river", Set.of("it")));
    assertEquals(Optional.empty(), table.find(null, Set.of("lead")));
    assertTrue(table.givesAny(Set.of("lead")));
    assertTrue(table.gives("administrator"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mediator               | false | Maybe ROLE=GROUP
          mediator=              | false | Maybe ROLE=GROUP
          MEDIATOR=a             | false | Maybe ROLE=GROUP
          king=a                 | false | Maybe mediator, delegation:PARTY
          member=a               | false | Maybe mediator, delegation:PARTY
          public=a               | false | Maybe mediator, delegation:PARTY
          delegation=a           | false | A delegation is that of a party
          mediator:UA=a          | false | That role has no party
          mediator@river=a       | false | cases are named with --cases alone
          mediator=a             | true  | Maybe administrator or member
          administrator@river=a  | true  | Maybe mediator, delegation:PARTY
          member:UA=a            | true  | That role has no party
          """)
  void aRowThatFitsNowhereIsRefused(String row, boolean isOfManyCases, String advice) {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class, () -> RoleTable.of(List.of(row), isOfManyCases));
    assertTrue(String.valueOf(refused.getMessage()).contains(advice), refused::getMessage);
  }
}
