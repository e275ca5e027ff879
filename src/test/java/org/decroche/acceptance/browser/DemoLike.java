package org.decroche.acceptance.browser;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.decroche.acceptance.fixture.Agent;
import org.decroche.acceptance.fixture.Scene;
import org.decroche.acceptance.fixture.Stack;

/** People and dates as in a working house, for pictures. */
final class DemoLike {
  private static final String WORDS =
      "J'ai reçu la box mais il n'y a pas de bloc d'alimentation dans le carton. Je n'ai plus"
          + " Internet depuis mardi et je travaille de chez moi.";
  private static final String FIRST =
      "Carton ouvert avec elle au téléphone : bloc absent, référence 12 V 2 A. Je lui en fais"
          + " envoyer un.";
  private static final String SECOND =
      "Le dépôt dit « parti lundi ». Pas de numéro de suivi. Je les rappelle jeudi.";

  private DemoLike() {}

  /** Jeanne Martin, with a case of these days and an older one. */
  static Matter martin(Stack stack, Scene scene, Agent alice) {
    Matter matter =
        Matter.of(
            scene, alice, "Jeanne Martin", "Box sans alimentation", WORDS, List.of(FIRST, SECOND));
    long other =
        scene
            .administrator()
            .post(
                "/api/cases",
                new JsonObject()
                    .put("customerId", matter.customer())
                    .put("title", "Déménagement au printemps")
                    .put("ownerId", alice.id()))
            .getLong("id");
    stack
        .database()
        .run(
            """
            update agents set name = 'Alice Roy' where id = %1$d;
            update front_doors set name = 'Service clients', offer_seconds = 300 where number = '%2$s';
            update customers set note = 'Connaît le sujet, aller droit au but.' where id = %3$d;
            update cases set opened_at = now() - interval '4 days', touched_at = now() - interval '1 day' where id = %4$d;
            alter table timeline disable trigger timeline_stays;
            update timeline set at = now() - interval '4 days' where case_id = %4$d and text like 'Carton%%';
            update timeline set at = now() - interval '1 day 3 hours' where case_id = %4$d and text like 'Le%%';
            alter table timeline enable trigger timeline_stays;
            update cases set opened_at = now() - interval '26 days', touched_at = now() - interval '20 days' where id = %5$d;
            """
                .formatted(alice.id(), scene.number(), matter.customer(), matter.caseId(), other));
    // Somebody new makes the service read its people and doors afresh.
    scene.agent("Chloe");
    return matter;
  }
}
