package org.parley.web.round;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;
import org.parley.model.round.TabledPackage;
import org.parley.model.round.TabledPackage.TabledProvision;
import org.parley.web.view.Address;
import org.parley.web.view.Link;

/// The form of the next version of a package, filled with what the package says.
final class NextVersion {

  private NextVersion() {}

  /// The address of the form.
  ///
  /// @param own the party that tables it; null for a mediator
  static String address(TabledPackage tabled, @Nullable PartyId own) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("round", tabled.round().value());
    fields.put("amends", tabled.id().value());
    fields.put("title", tabled.title().text());
    fields.put("version", Integer.toString(tabled.version() + 1));
    put(fields, "author", own);
    List<TabledProvision> provisions = tabled.provisions();
    for (int i = 0; i < provisions.size(); i++) {
      String at = "provisions/" + i + "/";
      TabledProvision each = provisions.get(i);
      fields.put(at + "point", each.point().value());
      put(fields, at + "option", each.option());
      put(fields, at + "value", each.value());
      put(fields, at + "text", each.text());
    }
    return Link.to(Address.ADD, "tabledPackages") + "?" + query(fields);
  }

  private static void put(Map<String, String> fields, String name, @Nullable Object value) {
    if (value != null) {
      fields.put(name, value.toString());
    }
  }

  private static String query(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
