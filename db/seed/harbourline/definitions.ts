/** What some APIs of Harbourline are made of, one in each form that is shown as a reference. By the service that has it. */
export const definitions: Record<string, string> = {
  "payments-api": `openapi: 3.1.0
info:
  title: Payments
  version: 2.4.0
  description: |
    The front of all card and wallet payments. A payment is **created** once and then only moves forward;
    send an \`Idempotency-Key\`, and a request may be repeated safely.
servers:
  - { url: "https://payments.harbourline.example/v2", description: Production }
  - { url: "https://payments.sandbox.harbourline.example/v2", description: Sandbox }
tags:
  - { name: Payments, description: Taking money. }
  - { name: Refunds, description: Giving it back. }
paths:
  /payments:
    get:
      tags: [Payments]
      operationId: listPayments
      summary: List payments
      parameters:
        - { name: status, in: query, description: Only those in this state, schema: { $ref: "#/components/schemas/Status" } }
        - { name: after, in: query, description: The cursor of the page before, schema: { type: string } }
      responses:
        "200":
          description: A page of payments, the newest first
          content: { application/json: { schema: { $ref: "#/components/schemas/PaymentPage" } } }
    post:
      tags: [Payments]
      operationId: createPayment
      summary: Create a payment
      parameters:
        - { name: Idempotency-Key, in: header, required: true, schema: { type: string, maxLength: 64 } }
      requestBody:
        required: true
        content: { application/json: { schema: { $ref: "#/components/schemas/NewPayment" } } }
      responses:
        "201":
          description: The payment, answered within 400 ms
          content: { application/json: { schema: { $ref: "#/components/schemas/Payment" } } }
        "402": { description: The acquirer declined it }
  /payments/{id}/refunds:
    post:
      tags: [Refunds]
      operationId: refundPayment
      summary: Refund a payment, in full or in part
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      requestBody:
        content: { application/json: { schema: { $ref: "#/components/schemas/Amount" } } }
      responses:
        "202":
          description: The refund is on its way
  /payments/{id}/void:
    post:
      tags: [Refunds]
      operationId: voidPayment
      summary: Void a payment
      description: Refund it instead; both do the same since version 2.
      deprecated: true
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
      responses:
        "204": { description: Done }
components:
  schemas:
    Status: { type: string, enum: [created, authorized, captured, refunded, declined] }
    Amount:
      type: object
      required: [minor, currency]
      properties:
        minor: { type: integer, minimum: 1, description: In the smallest unit of the currency, examples: [1250] }
        currency: { type: string, pattern: "^[A-Z]{3}$", examples: [EUR] }
    NewPayment:
      type: object
      required: [amount, orderId, method]
      properties:
        amount: { $ref: "#/components/schemas/Amount" }
        orderId: { type: string, examples: [ord_8831] }
        method: { type: string, enum: [card, wallet] }
        cardToken: { type: string, description: From card-vault; a card number is never sent here }
    Payment:
      type: object
      required: [id, status, amount]
      properties:
        id: { type: string, examples: [pay_5f20] }
        status: { $ref: "#/components/schemas/Status" }
        amount: { $ref: "#/components/schemas/Amount" }
        createdAt: { type: string, format: date-time }
    PaymentPage:
      type: object
      properties:
        items: { type: array, items: { $ref: "#/components/schemas/Payment" } }
        next: { type: [string, "null"] }
`,
  shipments: `asyncapi: 3.0.0
info:
  title: Shipments
  version: 1.2.0
  description: What happens to a parcel, as it happens. Events of one parcel come in their order.
servers:
  production:
    host: kafka.harbourline.example:9092
    protocol: kafka
    description: One cluster in two regions
channels:
  shipmentEvents:
    address: shipment-events
    description: Keyed by parcel.
    messages:
      shipmentPacked: { $ref: "#/components/messages/ShipmentPacked" }
      shipmentDelivered: { $ref: "#/components/messages/ShipmentDelivered" }
  labelRequests:
    address: label-requests
    messages:
      labelRequested: { $ref: "#/components/messages/LabelRequested" }
operations:
  tellShipment:
    action: send
    channel: { $ref: "#/channels/shipmentEvents" }
    summary: Tell what happened to a parcel
  takeLabelRequest:
    action: receive
    channel: { $ref: "#/channels/labelRequests" }
    summary: Take a request for a label
components:
  messages:
    ShipmentPacked:
      title: Packed
      summary: A parcel is closed and waits for its carrier.
      payload:
        type: object
        required: [parcelId, orderId, packedAt]
        properties:
          parcelId: { type: string, examples: [par_2290] }
          orderId: { type: string }
          weightGrams: { type: integer, minimum: 1 }
          packedAt: { type: string, format: date-time }
    ShipmentDelivered:
      title: Delivered
      payload:
        type: object
        required: [parcelId, deliveredAt]
        properties:
          parcelId: { type: string }
          deliveredAt: { type: string, format: date-time }
          signedBy: { type: [string, "null"], description: Empty when it was left at the door }
    LabelRequested:
      title: Label requested
      payload:
        type: object
        required: [parcelId, carrier]
        properties:
          parcelId: { type: string }
          carrier: { type: string, enum: [post, courier, pickup] }
`,
  "search-api": `"""What shoppers find, and how it is narrowed."""
schema {
  query: Query
}

type Query {
  "Products for what somebody typed, best first."
  search(text: String!, filter: ProductFilter, first: Int = 20, after: String): ProductPage!
  "One product by its number."
  product(sku: ID!): Product
  "The search of the year before."
  find(words: String!): [Product!]! @deprecated(reason: "Use search, which knows pages.")
}

input ProductFilter {
  category: String
  priceFrom: Int
  priceTo: Int
  "Only what can be sent today."
  inStock: Boolean = true
}

type ProductPage {
  items: [Product!]!
  total: Int!
  next: String
}

type Product {
  sku: ID!
  title: String!
  "In the smallest unit of the shop's currency."
  price: Int!
  availability: Availability!
}

enum Availability {
  IN_STOCK
  ON_ORDER
  GONE
}
`,
  "fraud-score": `syntax = "proto3";
package harbourline.risk.v1;

// Says how likely it is that a payment is not what it seems.
service FraudScore {
  // Scores one payment, within 40 ms.
  rpc Score (ScoreRequest) returns (ScoreReply);
  // Tells what became of a payment, so that the model learns.
  rpc Learn (stream Outcome) returns (LearnReply);
}

message ScoreRequest {
  string payment_id = 1;
  int64 amount_minor = 2;
  string currency = 3;
  repeated string signals = 4;
}

message ScoreReply {
  // From 0, nobody would, to 1000, surely.
  uint32 score = 1;
  repeated string reasons = 2;
}

message Outcome {
  string payment_id = 1;
  bool was_fraud = 2;
}

message LearnReply {
  uint32 learned = 1;
}
`,
};
