package org.parley.web;

import io.javalin.http.Context;
import java.util.Map;
import org.parley.web.service.CaseService;
import org.parley.web.service.Visitor;

/// The meanings that one visitor gave to columns and words of tables.
///
/// It is kept with the account, so that it follows somebody to another browser, and stays from
/// others at the same one. Without an account a cookie has it.
///
/// @param cookie the mapping it is part of
record MappingMemory(CaseService service, Visitor visitor, Context ctx, MappingCookie cookie) {

  /// The entries by key, the oldest first.
  Map<String, String> read() {
    String text = service.mapping(visitor, cookie.name()).orElseGet(() -> cookie.read(ctx));
    return cookie.entries(text);
  }

  void write(Map<String, String> all) {
    String text = cookie.text(all);
    if (!service.keepMapping(visitor, cookie.name(), text)) {
      cookie.write(ctx, text);
    }
  }
}
