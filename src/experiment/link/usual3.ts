/** The default document of version 3 as it was when links began. It may not change: links of form 3 leave out what is as here, and `usual4` is made of it. */
export const usual3 = {
  model: {
    kind: 'idp',
    inputAs: 'current',
    strength: 1.5,
    gain: 1,
  },
  input: {
    saliency: [1.5, 2],
  },
  balls: [
    {
      id: 1,
      start: [2.8, 0.2],
    },
    {
      id: 2,
      start: [-2.5, -0.5],
    },
    {
      id: 3,
      start: [-0.3, 2.7],
    },
  ],
  noise: {
    strength: 0,
    seed: 1982,
    particles: 4000,
  },
  integration: {
    scheme: 'rk4',
    noisyScheme: 'euler-maruyama',
    timeStep: 0.01,
  },
  playback: {
    speed: 1,
  },
  view: {
    picture: 'surface',
    camera: {
      azimuth: 0.5,
      elevation: 0.64,
      distance: 3,
    },
    layers: {
      contours: true,
      trails: true,
      labels: true,
      equilibria: true,
    },
    phase: {
      flow: false,
      descent: false,
      nullclines: false,
      separatrices: true,
      directions: false,
      cloud: false,
      ground: 'energy',
      tint: 'height',
      diagram: {
        along: 'path',
        path: [
          [0.5, 2],
          [2.5, 2],
        ],
        show: 'overlap-1',
      },
    },
  },
  recall: {
    size: {
      columns: 32,
      rows: 32,
    },
    memories: [
      {
        id: 1,
        name: 'Cat',
        isOn: true,
        bits: 'AAAAABAAQAAcAcB4HgPA_B__wf4f_8HOH__Dzg__g44cccOOHXXDjB11w8AP_4PAD9-B4Af_APAD_gDwB_8AeAf_ADwP_4A8D_-AHg__gA4f_8AOH__ADh__wA4_3-AeP9_gHjve4D473uB8O97g-Hve__h_3__wf9__wB_f_wA',
      },
      {
        id: 2,
        name: 'Dog',
        isOn: true,
        bits: 'AAAAAAAAGAAAAL8AAAffgAAP38AAD9_AAB_c4AAf3PwAH9_-AB_f_wAf3_8AH5_gAB8__AAMf-AAB_-AAA__gAAP_4AAH_-AEB__gDA__8AwP__AcH__wHD__8Bw_H_Acf-fwHH_38B5_-_AP__v4D__7-Af_-_gB__v8AD___A',
      },
      {
        id: 3,
        name: 'Bird',
        isOn: true,
        bits: 'AAAAAAAAAAAAAAAAAAAAAAB-AAAA_wAAAf8AAAf_gAAfz8AAf8_gAB__-AAD__wAA_f-AAP2fwAD93-AAfe_gAHzwcAB-f_gAPz_4AD_AHBgf__4cD___PAf__54B___eALg_jgCID4YAiAMDAIgAP__8AD______________8A',
      },
      {
        id: 4,
        name: 'Fish',
        isOn: true,
        bits: '___________c_____P8D___4A___8Af_5-AP_-fgD___wA_9_wAP8fwgD-H4MQPh8BCBw-MQgIPDGZADgAgIA4AICB-ACRgD-BiAA-AQgIPwEYHD-DAD4fwgD-H_AB_x_8A__f_wP___8D____g____8P____7____________8',
      },
      {
        id: 5,
        name: 'Elephant',
        isOn: true,
        bits: 'AAAAAAAAAAAAAAAAA_8AAAf_gAAP_H-AH_8f4B__z_A8_-_4PP_v-D__7_wf78_-P-_P_j_v3_4_55_-P_O__jx4P_58f__-eH___nh___94f__-OD___jgf__44D__4PA---DwPgPgf74D4H8-A-A-PgPgAD4D4AA-A-P____8',
      },
      {
        id: 6,
        name: 'Owl',
        isOn: true,
        bits: 'AAAAAAQAACAHAADgB4AB4Af__-AD___AA4fhwAIDwEAAMYwAAGmWAAB5ngAAeZ4ABjGMYAcAAOAHhmHgB_5_4Af__-AH___gB9mb4AfmZ-AH___gA_ZvwAP5n8AB__-AAf2_gAD-fwAAP_wAAB_4AP_37_______AAAAAAAAAAA',
      },
      {
        id: 7,
        name: 'Butterfly',
        isOn: true,
        bits: 'AAAAAAAwDAA8OBw8fxw4_n-MMf5_xmP-eeJHnnDzzw5w888OcPvfDnz5nz4_3bv8P42x_B_du_gP_b_wB_2_4AH9v4AD___AB___4A_9v_Af_b_4Hj28eBy5nTgcuZ04HjmceB_xj_gP8Y_wD-AH8AfAA-ADAADAAAAAAAAAAAA',
      },
    ],
    input: {
      kind: 'corrupted',
      memory: 1,
      flips: 0,
      noise: 0,
      seed: 1982,
      occlusion: {
        kind: 'window',
        shows: 'inside',
        window: {
          left: 0.65625,
          top: 0.0625,
          width: 0.34375,
          height: 0.71875,
        },
      },
    },
    inputScale: 12,
    timeline: {
      isOn: false,
      isLooped: true,
      keyframes: [],
    },
    lanes: ['idp', 'classic-start', 'classic-held'],
    network: {
      gain: 1,
      strength: 3,
      pulseDuration: 1,
      hasZeroDiagonal: false,
      rule: 'hebb',
      unlearning: {
        steps: 0,
        rate: 0.01,
      },
      equalisesScale: true,
    },
    start: {
      kind: 'memory',
      memory: 2,
      isInverted: false,
    },
    noise: {
      strength: 0.3,
      seed: 1982,
    },
    integration: {
      timeStep: 0.02,
      kernel: 'fastest',
    },
    playback: {
      speed: 1,
    },
    slice: {
      memories: [1, 2],
      lane: 'idp',
      picture: 'surface',
      camera: {
        azimuth: 2.05,
        elevation: 0.72,
        distance: 3,
      },
    },
  },
}
