package org.parley.web.api.line;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AcceptableTest {

  private static final String JSON = "application/json";
  private static final String LINES = "application/x-ndjson";

  private static Optional<String> best(@Nullable String accept) {
    return Acceptable.best(accept, List.of(JSON, LINES));
  }

  @Test
  void theHighestQualityWins() {
    assertEquals(Optional.of(LINES), best("application/json;q=0.5, application/x-ndjson"));
    assertEquals(Optional.of(JSON), best("application/x-ndjson; q=0.2 , application/json;q=0.9"));
    assertEquals(Optional.of(LINES), best("APPLICATION/X-NDJSON, */*;q=0.1"));
    assertEquals(Optional.of(JSON), best("application/x-ndjson;q=0.001, application/json;q=0.002"));
  }

  @Test
  void atEqualQualityTheServerChooses() {
    assertEquals(Optional.of(JSON), best("application/x-ndjson, application/json"));
    assertEquals(Optional.of(JSON), best("*/*"));
    assertEquals(Optional.of(JSON), best(null));
    assertEquals(Optional.of(JSON), best(" "));
    assertEquals(Optional.of(JSON), best("text/html, */*;q=0.8"));
  }

  /// The most specific range decides, wherever it stands.
  @Test
  void aSpecificRangeOverridesAWideOne() {
    assertEquals(Optional.of(LINES), best("application/json;q=0, */*"));
    assertEquals(Optional.of(LINES), best("*/*;q=0.9, application/json;q=0.1"));
    assertEquals(Optional.of(JSON), best("application/*, application/x-ndjson;q=0"));
  }

  @Test
  void nothingMayBeAcceptable() {
    assertEquals(Optional.empty(), best("text/html"));
    assertEquals(Optional.empty(), best("*/*;q=0"));
    assertEquals(Optional.empty(), best("application/*;q=0.0"));
  }
}
